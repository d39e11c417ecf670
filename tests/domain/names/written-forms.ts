/** Names as pages write them, all invented: text => given|middle|family|suffix => credentials, parted by " + ". */
const table = `
Marta Quillfeather => Marta||Quillfeather| =>
Marta L. Quillfeather => Marta|L.|Quillfeather| =>
Marta L Quillfeather => Marta|L|Quillfeather| =>
Marta Louise Quillfeather => Marta|Louise|Quillfeather| =>
M. Louise Quillfeather => M.|Louise|Quillfeather| =>
M. L. Quillfeather => M.|L.|Quillfeather| =>
M.L. Quillfeather => M.|L.|Quillfeather| =>
M L Quillfeather => M|L|Quillfeather| =>
Marta L. R. Quillfeather => Marta|L. R.|Quillfeather| =>
Marta L.R. Quillfeather => Marta|L. R.|Quillfeather| =>
J. Bram Oxley => J.|Bram|Oxley| =>
T. Peter Wren => T.|Peter|Wren| =>
J.-P. Valcourt => J.-P.||Valcourt| =>
J-P Valcourt => J-P||Valcourt| =>
Jean-Paul Valcourt => Jean-Paul||Valcourt| =>
Jean-Paul R. Valcourt => Jean-Paul|R.|Valcourt| =>
Mary Lou Hartigan => Mary|Lou|Hartigan| =>
Mary Ellen K. Hartigan => Mary|Ellen K.|Hartigan| =>
Martha Dewey Brandvold => Martha|Dewey|Brandvold| =>
Djaja Wiranto Soetomo => Djaja|Wiranto|Soetomo| =>
Wm. Hartigan => Wm.||Hartigan| =>
Geo. R. Hartigan => Geo.|R.|Hartigan| =>
DeVon Latimer => DeVon||Latimer| =>
Holli A. DeVere => Holli|A.|DeVere| =>
LaToya McCutcheon => LaToya||McCutcheon| =>
Ian MacAllister => Ian||MacAllister| =>
Rory McInerney-Shaw => Rory||McInerney-Shaw| =>
Ann-Kristin Lindqvist-Berg => Ann-Kristin||Lindqvist-Berg| =>
Jose Iriarte-Montes => Jose||Iriarte-Montes| =>
Chung-Kuan Cheung => Chung-Kuan||Cheung| =>
Hae-Won Seong => Hae-Won||Seong| =>
Hae Won Seong => Hae|Won|Seong| =>
Wei Xu => Wei||Xu| =>
Li Wu => Li||Wu| =>
Yi E => Yi||E| =>
Bo O => Bo||O| =>
Xin-Yi Ng => Xin-Yi||Ng| =>
Siew Ching Ong => Siew|Ching|Ong| =>
Minh Thu Tran => Minh|Thu|Tran| =>
Thi Hong Nguyen => Thi|Hong|Nguyen| =>
Thi Van Nguyen => Thi|Van|Nguyen| =>
Quoc Le Pham => Quoc|Le|Pham| =>
Olumide Adebayo-Cole => Olumide||Adebayo-Cole| =>
Chukwuemeka N. Obiora => Chukwuemeka|N.|Obiora| =>
Ngozi Okwuosa => Ngozi||Okwuosa| =>
Takeshi Morinaga => Takeshi||Morinaga| =>
Ken'ichi Morinaga => Ken'ichi||Morinaga| =>
Jun'ya Morinaga => Jun'ya||Morinaga| =>
Rajesh Venkataraghavan => Rajesh||Venkataraghavan| =>
Venkata S. R. K. Muppidi => Venkata|S. R. K.|Muppidi| =>
K. S. Raghunath => K.|S.|Raghunath| =>
Md Tanvir Chowdhury => Md|Tanvir|Chowdhury| =>
Md. Tanvir Chowdhury => Md.|Tanvir|Chowdhury| =>
Mohammed A. A. Karimi => Mohammed|A. A.|Karimi| =>
Lo’ay Khalifeh => Lo’ay||Khalifeh| =>
Siobhan O'Dowd => Siobhan||O'Dowd| =>
Siobhan O’Dowd => Siobhan||O’Dowd| =>
Paolo D'Amico-Reyes => Paolo||D'Amico-Reyes| =>
Paolo d'Amico => Paolo||d'Amico| =>
N'Dea Traore => N'Dea||Traore| =>
Te'Andra Moss => Te'Andra||Moss| =>
Miloš Žeravica => Miloš||Žeravica| =>
Zoë Brontëford => Zoë||Brontëford| =>
Zoe\u0308 Linton => Zoë||Linton| =>
Björn Åkerlund => Björn||Åkerlund| =>
Łukasz Żurek => Łukasz||Żurek| =>
Íñigo Etxarri => Íñigo||Etxarri| =>
Çağla Yıldırım => Çağla||Yıldırım| =>
Øyvind Sæther => Øyvind||Sæther| =>
Élodie Guérin-Lacaze => Élodie||Guérin-Lacaze| =>
Đorđe Petković => Đorđe||Petković| =>
Nguyễn Thảo => Nguyễn||Thảo| =>
Ольга Сергеевна Лапина => Ольга|Сергеевна|Лапина| =>
Μαρία Καραγιάννη => Μαρία||Καραγιάννη| =>
Pieter van der Molen => Pieter||van der Molen| =>
Pieter J. van der Molen => Pieter|J.|van der Molen| =>
Pieter Van Der Molen => Pieter||Van Der Molen| =>
Pieter van den Brink => Pieter||van den Brink| =>
Pieter van 't Zand => Pieter||van 't Zand| =>
Pieter van de Zand => Pieter||van de Zand| =>
Els ten Hove => Els||ten Hove| =>
Els ter Braak => Els||ter Braak| =>
Karl von Reinwald => Karl||von Reinwald| =>
Karl Von Reinwald => Karl||Von Reinwald| =>
Karl von und zu Reinwald => Karl||von und zu Reinwald| =>
Karl zu Reinwald => Karl||zu Reinwald| =>
Erik af Strandberg => Erik||af Strandberg| =>
Luis de Peralta => Luis||de Peralta| =>
Luis De Peralta => Luis||De Peralta| =>
Lucia de la Vega => Lucia||de la Vega| =>
Lucia De La Vega => Lucia||De La Vega| =>
Lucia de los Rios => Lucia||de los Rios| =>
Lucia M. de los Rios => Lucia|M.|de los Rios| =>
Lucia del Olmo => Lucia||del Olmo| =>
Lucia Del Olmo => Lucia||Del Olmo| =>
Bianca dos Anjos => Bianca||dos Anjos| =>
Bianca da Fonseca => Bianca||da Fonseca| =>
Bianca Maria da Fonseca => Bianca|Maria|da Fonseca| =>
Bianca das Neves => Bianca||das Neves| =>
Rui Melo e Castro => Rui||Melo e Castro| =>
Rui Pedro Melo e Castro => Rui|Pedro|Melo e Castro| =>
Jaume Puig i Ferrer => Jaume||Puig i Ferrer| =>
Ana Ruiz y Salcedo => Ana||Ruiz y Salcedo| =>
Gino della Porta => Gino||della Porta| =>
Gino Della Porta => Gino||Della Porta| =>
Gino di Stefano => Gino||di Stefano| =>
Gino Di Stefano => Gino||Di Stefano| =>
Gino degli Alberti => Gino||degli Alberti| =>
Gino La Rocca => Gino||La Rocca| =>
Marc le Roux => Marc||le Roux| =>
Marc du Plessis => Marc||du Plessis| =>
Marc Du Plessis => Marc||Du Plessis| =>
Marc St. Cyr => Marc||St. Cyr| =>
Marc St Cyr => Marc||St Cyr| =>
Omar al Masri => Omar||al Masri| =>
Omar Al Masri => Omar||Al Masri| =>
Omar al-Masri => Omar||al-Masri| =>
Omar Al-Masri => Omar||Al-Masri| =>
Omar El Masri => Omar||El Masri| =>
Omar El-Masri => Omar||El-Masri| =>
Omar Abu Rmeileh => Omar||Abu Rmeileh| =>
Omar bin Saeed => Omar||bin Saeed| =>
Omar ibn Saeed => Omar||ibn Saeed| =>
Huda bint Saeed => Huda||bint Saeed| =>
Nils Quist Jr => Nils||Quist|Jr =>
Nils Quist Jr. => Nils||Quist|Jr =>
Nils Quist, Jr. => Nils||Quist|Jr =>
Nils Quist, Jr => Nils||Quist|Jr =>
Nils E. Quist, Sr. => Nils|E.|Quist|Sr =>
Nils E. Quist Sr => Nils|E.|Quist|Sr =>
Nils Quist II => Nils||Quist|II =>
Nils Quist, II => Nils||Quist|II =>
Nils Quist III => Nils||Quist|III =>
Nils Quist, III => Nils||Quist|III =>
Nils Quist IV => Nils||Quist|IV =>
Nils Quist V => Nils||Quist|V =>
Nils E. Quist V => Nils|E.|Quist|V =>
Nils Quist 2nd => Nils||Quist|2nd =>
Nils Quist 3rd => Nils||Quist|3rd =>
Nils Quist Junior => Nils||Quist|Jr =>
NILS QUIST JR. => NILS||QUIST|Jr =>
Nils van der Quist III => Nils||van der Quist|III =>
Nils Quist, Jr., MD => Nils||Quist|Jr => MD
Nils Quist Jr., MD, PhD => Nils||Quist|Jr => MD + PhD
Nils Quist III, MD => Nils||Quist|III => MD
Nils Quist, III, M.D. => Nils||Quist|III => M.D.
Nils Quist Jr. PhD => Nils||Quist|Jr => PhD
Nils Quist, Jr. PhD => Nils||Quist|Jr => PhD
Nils Quist III PhD => Nils||Quist|III => PhD
Dr. Nils Quist Jr. => Nils||Quist|Jr =>
Thomas Senior => Thomas||Senior| =>
Quist, Nils => Nils||Quist| =>
Quist, Nils E. => Nils|E.|Quist| =>
Quist, Nils E => Nils|E|Quist| =>
Quist, N. => N.||Quist| =>
Quist, N. E. => N.|E.|Quist| =>
Quist, N.E. => N.|E.|Quist| =>
Quist, N E => N|E|Quist| =>
Quist, Nils Erik Olav => Nils|Erik Olav|Quist| =>
Quist, Nils, Jr. => Nils||Quist|Jr =>
Quist, Nils E., Jr. => Nils|E.|Quist|Jr =>
Quist, Nils Jr. => Nils||Quist|Jr =>
Quist, Nils E. III => Nils|E.|Quist|III =>
Quist, Jr., Nils => Nils||Quist|Jr =>
Quist, Jr., Nils E., PhD => Nils|E.|Quist|Jr => PhD
Quist Jr., Nils E., MD => Nils|E.|Quist|Jr => MD
Quist III, Nils => Nils||Quist|III =>
Quist, Nils, MD => Nils||Quist| => MD
Quist, Nils E., MD, PhD => Nils|E.|Quist| => MD + PhD
Quist, Nils E. MD => Nils|E.|Quist| => MD
Quist, Nils MD, PhD => Nils||Quist| => MD + PhD
Quist, Nils E., M.D., M.P.H. => Nils|E.|Quist| => M.D. + M.P.H.
Quist, Nils, MD, FACP => Nils||Quist| => MD + FACP
Quist, Dr. Nils => Nils||Quist| =>
Quist, Prof. Nils E. => Nils|E.|Quist| =>
Quist, Professor Nils => Nils||Quist| =>
Dr. Quist, Nils => Nils||Quist| =>
Diegel-Varga, Lauren => Lauren||Diegel-Varga| =>
DeJesus Bell, Lauren => Lauren||DeJesus Bell| =>
Iriarte Montes, Jose => Jose||Iriarte Montes| =>
Abu Sitta, Lo’ay => Lo’ay||Abu Sitta| =>
Estwing Farrow, Carol => Carol||Estwing Farrow| =>
van der Molen, Pieter => Pieter||van der Molen| =>
Van der Molen, Pieter J. => Pieter|J.|Van der Molen| =>
de la Vega, Lucia, MD => Lucia||de la Vega| => MD
O'Dowd, Siobhan => Siobhan||O'Dowd| =>
O’Dowd, Siobhan M. => Siobhan|M.|O’Dowd| =>
Al-Masri, Omar => Omar||Al-Masri| =>
St. Cyr, Marc => Marc||St. Cyr| =>
Ma, Jing => Jing||Ma| =>
Do, Linh => Linh||Do| =>
Ma, Jing, PhD => Jing||Ma| => PhD
Rahman, Md => Md||Rahman| =>
Halloran, Mathew => Mathew||Halloran| =>
Halloran, Marc => Marc||Halloran| =>
Halloran, Basil => Basil||Halloran| =>
Halloran, Bao => Bao||Halloran| =>
Halloran, DeVon => DeVon||Halloran| =>
Halloran, Rose Anne => Rose|Anne|Halloran| =>
HALLORAN, Kevin => Kevin||HALLORAN| =>
HALLORAN, Kevin S. Y. => Kevin|S. Y.|HALLORAN| =>
HALLORAN, KEVIN => KEVIN||HALLORAN| =>
HALLORAN, KEVIN S., M.D. => KEVIN|S.|HALLORAN| => M.D.
HALLORAN, KEVIN S, MD, PHD => KEVIN|S|HALLORAN| => MD + PHD
YUEN, Kelvin S. Y. 袁小明 => Kelvin|S. Y.|YUEN| =>
YUEN, Kelvin S. Y. / 袁小明 => Kelvin|S. Y.|YUEN| =>
HO, Wai Lun => Wai|Lun|HO| =>
HE, Wei => Wei||HE| =>
LAW, Siu Fung => Siu|Fung|LAW| =>
YUEN Kelvin => Kelvin||YUEN| =>
Kelvin YUEN => Kelvin||YUEN| =>
Wai Shing YUEN => Wai|Shing|YUEN| =>
MARTA QUILLFEATHER => MARTA||QUILLFEATHER| =>
MARTA L. QUILLFEATHER => MARTA|L.|QUILLFEATHER| =>
MARTA L QUILLFEATHER MD => MARTA|L|QUILLFEATHER| => MD
MARTA QUILLFEATHER, MD => MARTA||QUILLFEATHER| => MD
MARTA QUILLFEATHER, M.D., PH.D. => MARTA||QUILLFEATHER| => M.D. + PH.D.
MARTA QUILLFEATHER PHD => MARTA||QUILLFEATHER| => PHD
JING MA => JING||MA| =>
LINH DO => LINH||DO| =>
JB Oxley => JB||Oxley| =>
marta quillfeather => marta||quillfeather| =>
quillfeather, marta => marta||quillfeather| =>
Marta Quillfeather, MD => Marta||Quillfeather| => MD
Marta Quillfeather, M.D. => Marta||Quillfeather| => M.D.
Marta Quillfeather, M. D. => Marta||Quillfeather| => M. D.
Marta Quillfeather MD => Marta||Quillfeather| => MD
Marta Quillfeather M.D. => Marta||Quillfeather| => M.D.
Marta Quillfeather, md => Marta||Quillfeather| => md
Marta Quillfeather, PhD => Marta||Quillfeather| => PhD
Marta Quillfeather, Ph.D. => Marta||Quillfeather| => Ph.D.
Marta Quillfeather, Ph. D. => Marta||Quillfeather| => Ph.D.
Marta Quillfeather, Ph.D => Marta||Quillfeather| => Ph.D
Marta Quillfeather, PHD => Marta||Quillfeather| => PHD
Marta Quillfeather, Phd => Marta||Quillfeather| => Phd
Marta Quillfeather, phd => Marta||Quillfeather| => phd
Marta Quillfeather PhD => Marta||Quillfeather| => PhD
Marta Quillfeather Ph.D. => Marta||Quillfeather| => Ph.D.
Marta Quillfeather, DO => Marta||Quillfeather| => DO
Marta Quillfeather, D.O. => Marta||Quillfeather| => D.O.
Marta Quillfeather, RN => Marta||Quillfeather| => RN
Marta Quillfeather, R.N. => Marta||Quillfeather| => R.N.
Marta Quillfeather, MD, PhD => Marta||Quillfeather| => MD + PhD
Marta Quillfeather, MD; PhD => Marta||Quillfeather| => MD + PhD
Marta Quillfeather, MD PhD => Marta||Quillfeather| => MD + PhD
Marta Quillfeather MD PhD => Marta||Quillfeather| => MD + PhD
Marta Quillfeather MD, PhD => Marta||Quillfeather| => MD + PhD
Marta Quillfeather, MD/PhD => Marta||Quillfeather| => MD/PhD
Marta Quillfeather, M.D./Ph.D. => Marta||Quillfeather| => M.D./Ph.D.
Marta Quillfeather MD/PhD => Marta||Quillfeather| => MD/PhD
Marta Quillfeather, MD-PhD => Marta||Quillfeather| => MD-PhD
Marta Quillfeather, MD and PhD => Marta||Quillfeather| => MD + PhD
Marta Quillfeather, MD & PhD => Marta||Quillfeather| => MD + PhD
Marta Quillfeather (MD) => Marta||Quillfeather| => MD
Marta Quillfeather (MD, PhD) => Marta||Quillfeather| => MD + PhD
Marta Quillfeather, MD, MPH => Marta||Quillfeather| => MD + MPH
Marta Quillfeather, MD, M.P.H., F.A.C.P. => Marta||Quillfeather| => MD + M.P.H. + F.A.C.P.
Marta Quillfeather, DNS, RN, NCSN, PHNA-BC, FNASN, FASHA, FAAN => Marta||Quillfeather| => DNS + RN + NCSN + PHNA-BC + FNASN + FASHA + FAAN
Marta Quillfeather, PhD, RN, FAAN, ATSF => Marta||Quillfeather| => PhD + RN + FAAN + ATSF
Marta Quillfeather, DNP, PMHNP-BC, NE-BC, RN-BC => Marta||Quillfeather| => DNP + PMHNP-BC + NE-BC + RN-BC
Marta Quillfeather, PhD, APRN, FNP-C => Marta||Quillfeather| => PhD + APRN + FNP-C
Marta Quillfeather, MSN, AGPCNP-BC => Marta||Quillfeather| => MSN + AGPCNP-BC
Marta Quillfeather, PA-C => Marta||Quillfeather| => PA-C
Marta Quillfeather, MMS, PA-C => Marta||Quillfeather| => MMS + PA-C
Marta Quillfeather, CRNA => Marta||Quillfeather| => CRNA
Marta Quillfeather, PharmD => Marta||Quillfeather| => PharmD
Marta Quillfeather, Pharm.D., BCPS => Marta||Quillfeather| => Pharm.D. + BCPS
Marta Quillfeather, PharmD, BCOP, FHOPA => Marta||Quillfeather| => PharmD + BCOP + FHOPA
Marta Quillfeather, RPh => Marta||Quillfeather| => RPh
Marta Quillfeather, PsyD => Marta||Quillfeather| => PsyD
Marta Quillfeather, Psy.D., ABPP => Marta||Quillfeather| => Psy.D. + ABPP
Marta Quillfeather, PhD, ABPP-CN => Marta||Quillfeather| => PhD + ABPP-CN
Marta Quillfeather, EdD => Marta||Quillfeather| => EdD
Marta Quillfeather, Ed.D., M.Ed. => Marta||Quillfeather| => Ed.D. + M.Ed.
Marta Quillfeather, MEd => Marta||Quillfeather| => MEd
Marta Quillfeather, DrPH => Marta||Quillfeather| => DrPH
Marta Quillfeather, Dr.P.H. => Marta||Quillfeather| => Dr.P.H.
Marta Quillfeather, ScD => Marta||Quillfeather| => ScD
Marta Quillfeather, Sc.D. => Marta||Quillfeather| => Sc.D.
Marta Quillfeather, DSc => Marta||Quillfeather| => DSc
Marta Quillfeather, DPhil => Marta||Quillfeather| => DPhil
Marta Quillfeather, D.Phil. => Marta||Quillfeather| => D.Phil.
Marta Quillfeather, MPhil, PhD => Marta||Quillfeather| => MPhil + PhD
Marta Quillfeather, JD => Marta||Quillfeather| => JD
Marta Quillfeather, J.D., LL.M. => Marta||Quillfeather| => J.D. + LL.M.
Marta Quillfeather, Esq. => Marta||Quillfeather| => Esq.
Marta Quillfeather, DDS => Marta||Quillfeather| => DDS
Marta Quillfeather, D.D.S., M.S. => Marta||Quillfeather| => D.D.S. + M.S.
Marta Quillfeather DDS, MS, PhD => Marta||Quillfeather| => DDS + MS + PhD
Marta Quillfeather, BDS, MSc, DMedSc => Marta||Quillfeather| => BDS + MSc + DMedSc
Marta Quillfeather, DMD, FICD, FACD => Marta||Quillfeather| => DMD + FICD + FACD
Marta Quillfeather, DVM, DACVIM => Marta||Quillfeather| => DVM + DACVIM
Marta Quillfeather, DPM => Marta||Quillfeather| => DPM
Marta Quillfeather, OD, FAAO => Marta||Quillfeather| => OD + FAAO
Marta Quillfeather, PT, DPT, OCS => Marta||Quillfeather| => PT + DPT + OCS
Marta Quillfeather, OTR/L => Marta||Quillfeather| => OTR/L
Marta Quillfeather, OTD, OTR/L => Marta||Quillfeather| => OTD + OTR/L
Marta Quillfeather, PhD, CCC-SLP => Marta||Quillfeather| => PhD + CCC-SLP
Marta Quillfeather, AuD => Marta||Quillfeather| => AuD
Marta Quillfeather, RD, LDN => Marta||Quillfeather| => RD + LDN
Marta Quillfeather, MS, RDN => Marta||Quillfeather| => MS + RDN
Marta Quillfeather, MSW, LCSW => Marta||Quillfeather| => MSW + LCSW
Marta Quillfeather, LICSW => Marta||Quillfeather| => LICSW
Marta Quillfeather, MBBS => Marta||Quillfeather| => MBBS
Marta Quillfeather, MBBS, MRCP(UK) => Marta||Quillfeather| => MBBS + MRCP(UK)
Marta Quillfeather, MB BCh BAO => Marta||Quillfeather| => MB + BCh + BAO
Marta Quillfeather, MBChB, FRCS => Marta||Quillfeather| => MBChB + FRCS
Marta Quillfeather, M.B., B.Chir. => Marta||Quillfeather| => M.B. + B.Chir.
Marta Quillfeather, MD, FRCPC => Marta||Quillfeather| => MD + FRCPC
Marta Quillfeather, MD, MRCPsych => Marta||Quillfeather| => MD + MRCPsych
Marta Quillfeather, MD, FRCPath => Marta||Quillfeather| => MD + FRCPath
Marta Quillfeather, MD, MSCE, FACP => Marta||Quillfeather| => MD + MSCE + FACP
Marta Quillfeather, MD, MSCE => Marta||Quillfeather| => MD + MSCE
Marta Quillfeather, MD, MHS, FACC, FAHA => Marta||Quillfeather| => MD + MHS + FACC + FAHA
Marta Quillfeather, MD, FACS, FASCRS => Marta||Quillfeather| => MD + FACS + FASCRS
Marta Quillfeather, MD, FAAP, FHM => Marta||Quillfeather| => MD + FAAP + FHM
Marta Quillfeather, MD, MBA, CPE => Marta||Quillfeather| => MD + MBA + CPE
Marta Quillfeather, MD, MHPE => Marta||Quillfeather| => MD + MHPE
Marta Quillfeather, MD, MMSc => Marta||Quillfeather| => MD + MMSc
Marta Quillfeather, MD, MTR => Marta||Quillfeather| => MD + MTR
Marta Quillfeather, DO, FACOOG => Marta||Quillfeather| => DO + FACOOG
Marta Quillfeather, MLIS => Marta||Quillfeather| => MLIS
Marta Quillfeather MLIS => Marta||Quillfeather| => MLIS
Marta Quillfeather, AMLS, PhD => Marta||Quillfeather| => AMLS + PhD
Marta Quillfeather, MFA => Marta||Quillfeather| => MFA
Marta Quillfeather MArch => Marta||Quillfeather| => MArch
Marta Quillfeather, MBA => Marta||Quillfeather| => MBA
Marta Quillfeather, MBA, CPA => Marta||Quillfeather| => MBA + CPA
Marta Quillfeather, BA => Marta||Quillfeather| => BA
Marta Quillfeather, B.S., M.S. => Marta||Quillfeather| => B.S. + M.S.
Marta Quillfeather, BSc (Hons), PhD => Marta||Quillfeather| => BSc (Hons) + PhD
Marta Quillfeather, PhD, MDiv => Marta||Quillfeather| => PhD + MDiv
Marta Quillfeather, PhD, DCrim => Marta||Quillfeather| => PhD + DCrim
Marta Quillfeather, PhD, OBE => Marta||Quillfeather| => PhD + OBE
Marta Quillfeather, OBE, FRS => Marta||Quillfeather| => OBE + FRS
Marta Quillfeather, M.Eng. => Marta||Quillfeather| => M.Eng.
Marta Quillfeather, MEng => Marta||Quillfeather| => MEng
Marta Quillfeather, PhD, PE => Marta||Quillfeather| => PhD
Marta Quillfeather, FAAN => Marta||Quillfeather| => FAAN
Marta Quillfeather, CHES => Marta||Quillfeather| => CHES
Jing Ma, MA => Jing||Ma| => MA
Linh Do, DO => Linh||Do| => DO
Jing Ma, MS, PhD => Jing||Ma| => MS + PhD
Hai Sun MD => Hai||Sun| => MD
Chau Ba, PhD => Chau||Ba| => PhD
Omar Al-Masri, MBBS, MPH => Omar||Al-Masri| => MBBS + MPH
Pieter van der Molen, MD, PhD => Pieter||van der Molen| => MD + PhD
Y. Joyce Lau, MD, PhD => Y.|Joyce|Lau| => MD + PhD
Dr. Marta Quillfeather => Marta||Quillfeather| =>
Dr Marta Quillfeather => Marta||Quillfeather| =>
DR. MARTA QUILLFEATHER => MARTA||QUILLFEATHER| =>
Prof. Marta Quillfeather => Marta||Quillfeather| =>
Prof Marta Quillfeather => Marta||Quillfeather| =>
Professor Marta L. Quillfeather => Marta|L.|Quillfeather| =>
Prof. Dr. Marta Quillfeather => Marta||Quillfeather| =>
Associate Professor Marta Quillfeather => Marta||Quillfeather| =>
Assistant Professor Marta Quillfeather => Marta||Quillfeather| =>
Assoc. Prof. Marta Quillfeather => Marta||Quillfeather| =>
Asst. Prof. Marta Quillfeather => Marta||Quillfeather| =>
A/Prof Marta Quillfeather => Marta||Quillfeather| =>
Emeritus Professor Marta Quillfeather => Marta||Quillfeather| =>
Mr. Nils Quist => Nils||Quist| =>
Mrs. Marta Quillfeather => Marta||Quillfeather| =>
Ms. Marta Quillfeather => Marta||Quillfeather| =>
Ms Marta Quillfeather => Marta||Quillfeather| =>
Mx. Robin Vale => Robin||Vale| =>
Sir Nils Quist => Nils||Quist| =>
Rev. Nils Quist => Nils||Quist| =>
Dr. Marta Quillfeather, MD => Marta||Quillfeather| => MD
Dr. M. Quillfeather => M.||Quillfeather| =>
Xiaoyan (Charles) Zhao => Xiaoyan||Zhao| =>
Xiaoyan (Charles) Zhao PhD => Xiaoyan||Zhao| => PhD
Xiaoyan "Charles" Zhao => Xiaoyan||Zhao| =>
Xiaoyan “Charles” Zhao => Xiaoyan||Zhao| =>
Xiaoyan “Charles” Zhao, PhD => Xiaoyan||Zhao| => PhD
Robert “Bob” Quist => Robert||Quist| =>
Robert (Bob) Quist, Jr., MD => Robert||Quist|Jr => MD
Robert E. (Bob) Quist => Robert|E.|Quist| =>
Quist, Robert (Bob) => Robert||Quist| =>
Quist, Robert E. (Bob), MD => Robert|E.|Quist| => MD
Sudha (Sid) Ramakrishnan => Sudha||Ramakrishnan| =>
Veeresh (Sath) Allareddi => Veeresh||Allareddi| =>
Marta Quillfeather (née Roe) => Marta||Quillfeather| =>
Marta (Roe) Quillfeather => Marta||Quillfeather| =>
Marta Quillfeather (she/her) => Marta||Quillfeather| =>
Marta Quillfeather (She/Her/Hers) => Marta||Quillfeather| =>
Marta Quillfeather, MD (she/her) => Marta||Quillfeather| => MD
Marta Quillfeather (she, her), MD => Marta||Quillfeather| => MD
Robin Vale (they/them), PhD => Robin||Vale| => PhD
Nils Quist (1931–2009) => Nils||Quist| =>
Nils Quist (1931-2009) => Nils||Quist| =>
Marta Quillfeather* => Marta||Quillfeather| =>
Marta Quillfeather†‡ => Marta||Quillfeather| =>
Marta Quillfeather¹² => Marta||Quillfeather| =>
*Marta Quillfeather => Marta||Quillfeather| =>
Marta Quillfeather® => Marta||Quillfeather| =>
Marta\u00a0Quillfeather,\u00a0MD => Marta||Quillfeather| => MD
Marta  Quillfeather ,  MD => Marta||Quillfeather| => MD
Marta Quillfeather, MD, => Marta||Quillfeather| => MD
Marta Quillfeather,MD,PhD => Marta||Quillfeather| => MD + PhD
Marta Quillfeather,  M.D.,Ph.D. => Marta||Quillfeather| => M.D. + Ph.D.
Marta Quillfeather, MD ’98 => Marta||Quillfeather| => MD
Marta Quillfeather, MD, Professor => Marta||Quillfeather| => MD
Marta Quillfeather, MD, Professor of Surgery => Marta||Quillfeather| => MD
Marta Quillfeather, MD, Chair => Marta||Quillfeather| => MD
Marta Quillfeather, PhD, Northgate University => Marta||Quillfeather| => PhD
Marta Quillfeather PhD, Northgate University => Marta||Quillfeather| => PhD
Marta Quillfeather DDS, Northgate '83 => Marta||Quillfeather| => DDS
Marta Quillfeather, DDS, Northgate '71 => Marta||Quillfeather| => DDS
Marta Quillfeather, MD, Diplomate, American Board of Everything => Marta||Quillfeather| => MD
Abbott, Carla, MD, PhD, Ada Lovering College of Medicine => Carla||Abbott| => MD + PhD
Abbott, Carla, Northgate College => Carla||Abbott| =>
Marta Quillfeather, Professor => Marta||Quillfeather| =>
Marta Quillfeather, Professor of Surgery => Marta||Quillfeather| =>
Marta Quillfeather, Associate Professor, Surgery => Marta||Quillfeather| =>
Marta Quillfeather, Northgate University => Marta||Quillfeather| =>
Marta Quillfeather, Department of Surgery => Marta||Quillfeather| =>
Marta Quillfeather, Director of Imaging => Marta||Quillfeather| =>
Marta Quillfeather, MD — Associate Professor => Marta||Quillfeather| => MD
Marta Quillfeather, MD – Associate Professor => Marta||Quillfeather| => MD
Marta Quillfeather, MD - Associate Professor => Marta||Quillfeather| => MD
Marta Quillfeather — Associate Professor => Marta||Quillfeather| =>
Marta Quillfeather – Northgate => Marta||Quillfeather| =>
Marta Quillfeather | Northgate University => Marta||Quillfeather| =>
Marta Quillfeather: Professor => Marta||Quillfeather| =>
Marta Quillfeather · Surgery => Marta||Quillfeather| =>
Marta Quillfeather / Surgery => Marta||Quillfeather| =>
Marta Quillfeather MD Associate Professor => Marta||Quillfeather| => MD
Marta Quillfeather, MD Associate Professor of Surgery => Marta||Quillfeather| => MD
Marta Quillfeather (Sociology and Law) => Marta||Quillfeather| =>
Marta Quillfeather, PhD (Principal Investigator) => Marta||Quillfeather| => PhD
Marta Quillfeather mquill@northgate.example => Marta||Quillfeather| =>
Marta Quillfeather, MD, UCLX => Marta||Quillfeather| => MD
Marta Quillfeather, CEO => Marta||Quillfeather| =>
Kavita => ||Kavita| =>
Dr. Kavita => ||Kavita| =>
Kavita, PhD => ||Kavita| => PhD
李小龍 => ||李小龍| =>
李 小龍 => 小龍||李| =>
이 서연 => 서연||이| =>
Wei Zhao 赵伟 => Wei||Zhao| =>
Wei Zhao (赵伟) => Wei||Zhao| =>
赵伟 Wei Zhao => Wei||Zhao| =>
Wei Zhao 赵伟, PhD => Wei||Zhao| => PhD
Seo-yeon Yi (이서연) => Seo-yeon||Yi| =>
`

export interface WrittenForm {
  text: string
  /** given|middle|family|suffix */
  name: string
  credentials: string
}

/** The table in its columns. */
export const writtenForms: WrittenForm[] = table
  .split('\n')
  .filter(Boolean)
  .map((line) => {
    const [text = '', name = '', credentials = ''] = line.split(/ => ?/)
    return { text, name: name.trim(), credentials: credentials.trim() }
  })
