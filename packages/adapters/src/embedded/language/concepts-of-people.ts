/**
 * General English by concept, after the manner of a thesaurus: people, dealings and states of mind.
 * One concept a line, its commonest words first; a smaller tier knows only the front of each line.
 */
export const conceptsOfPeople: string = `
money pay bill charge cost payment price invoice billing dollars cash fee card bank credit paid amount refund debit charged account receipt tax transaction deducted fund finance cheque bills billed charges charging payments invoices deposit pound euro cents direct balance salary wage spend spent budget pocket visa mastercard annual monthly owed
price cost expensive cheap discount quote fee rate value worth deal offer free coupon promotion
sell buy sales purchase order sale price product customer quote offer vendor discount market bulk seller deal buyer wholesale retail resale catalogue retailer contract tender
debt owe loan borrow credit mortgage unpaid overdue interest repay
tax taxes deduction income vat duty audit revenue
work job employee boss office staff hire career salary worker team resign manager interview profession
business company firm industry office enterprise client market corporate commercial organization brand team shop store hotel restaurant agency partner
manage control direct lead supervise handle run administer admin
account login user password profile username sign email member register identity log access registration settings authentication credentials security verification delete owner accounts logged signing signed administrator session users nickname
identity name person id passport who surname identification married maiden birth
password key code pin lock unlock reset passcode
access enter open permission entry allow admit admission door
member join subscribe subscription enrol membership register signup cancel renew renewal
cancel stop end quit abort unsubscribe withdraw drop revoke cancellation terminate
reserve book booking reservation ticket appointment seat schedule slot hold
speak talk say tell call voice discuss conversation speech mention chat
write letter note text document paper type form pen draft spelling
read book library page author novel story magazine chapter publish reader shelf librarian poem fiction paperback
borrow lend loan return due renew overdue
message email mail letter notify contact reply inbox send notification sms newsletter mails letters spam
news report media announce press article journal newspaper bulletin
information data details fact record info document report knowledge background
ask question inquire inquiry wonder query how what curious enquire clarify information
answer reply respond response solution explain
request want need please ask could require apply demand wish would application petition
suggest idea propose recommend feature improve suggestion consider wish should feedback add improvement option better enhancement
opinion feedback review comment think feel rating suggestion impression view experience survey rate thoughts
complain complaint unhappy unacceptable grievance disappointed report angry dissatisfied protest object terrible rude
thank thanks grateful appreciate gratitude appreciation welcome cheers
praise great excellent compliment amazing wonderful fantastic awesome brilliant impressed outstanding kudos superb love lovely delightful bravo applause congratulations
good great nice excellent best perfect better fine wonderful quality positive pleasant superb favourable
bad poor terrible awful worst horrible negative worse unpleasant useless dreadful lousy
happy glad pleased enjoy delighted joy satisfied cheerful fun smile
sad sorry unhappy upset cry disappointed depressed grief miserable
angry mad furious annoyed upset frustrated outraged rage irritated
fear afraid scared worried anxious nervous terrified panic concern
love like adore enjoy fond favourite heart lovely
hate dislike disgust detest despise loathe
surprise unexpected suddenly shock amazed wow astonished
hope wish want desire dream expect
easy simple straightforward effortless convenient smooth intuitive
difficult hard tough complicated confusing tricky complex challenging
possible can could able might maybe perhaps chance
necessary need must require essential mandatory have
important serious major significant priority critical key essential vital
danger dangerous risk unsafe hazard threat emergency injury accident safety hurt toxic shock smoke burn fire injured gas chemical poison needle explosion fall fell bleeding attack collapse screaming
safe protect secure safety guard shelter defend prevent
harm hurt injure damage wound pain victim abuse
crime steal theft fraud criminal robbery stolen scam hack suspicious unauthorized vandalism illegal burglar thief impostor phishing counterfeit forgery hacked burglary murder prison arrested
police arrest officer law investigate patrol sheriff
law legal court rule judge lawyer contract regulation sue permit licence attorney policy trial guilty jury sentence
secret private privacy confidential hidden personal anonymous
help assist support aid service guide advice assistance rescue volunteer
allow permit let approve authorize consent enable grant permission
forbid ban refuse deny block reject prohibit prevent restrict decline
agree accept yes approve deal confirm consent settle
promise guarantee warranty commit swear ensure assure
know understand learn aware realize familiar recognize knowledge
believe think trust suppose guess assume faith feel
doubt unsure uncertain confused suspect unclear question
true correct right real accurate actual genuine valid fact
false wrong incorrect fake untrue mistake error inaccurate misleading
choose select pick decide option choice prefer alternative
compare versus than difference similar contrast same
school student teacher class learn study education course teach university exam lesson homework pupil classroom lecture professor degree grade tutor campus kindergarten maths textbook
science research study experiment scientist theory laboratory physics biology chemistry space planet energy atom cell gene telescope discovery scientific technology
health doctor medical sick hospital patient medicine ill illness clinic nurse disease pain treatment symptom injury allergy doctors fever cough flu cancer virus vaccine dentist surgery prescription pharmacy tablet ache diagnosis therapy blood heart mental tired
body hand head eye leg arm foot skin back face
family mother father son daughter parent brother sister wife husband relative
child kid baby children toddler boy girl young teenager
friend friendly neighbour buddy companion guest
person people man woman someone human individual citizen adult
group team club community crowd organization committee together
event party meeting wedding concert festival conference celebration ceremony birthday anniversary exhibition workshop venue guests host
game play sport team football player match win score ball tournament league athlete goal coach championship olympic basketball tennis swimming running race stadium cricket golf medal
music song band sing concert guitar album piano tune singer musician orchestra rhythm melody drums violin lyrics
movie film show actor television series cinema watch episode director scene comedy drama actress screen
art paint museum gallery draw artist sculpture theatre
government council mayor city public minister state official politics policy municipal senate parliament congress department democracy citizen
vote election candidate party poll ballot campaign president
war army attack soldier weapon fight battle military bomb troops peace invasion navy missile border
religion church god pray faith holy temple worship
rule policy guideline procedure standard terms requirement regulation
plan schedule program project strategy intend agenda package
technical technology engineering mechanical electronic specialist
quality standard grade condition level superior
new brand fresh modern latest recent novel
old ancient used worn aged outdated
strong powerful solid sturdy tough robust
weak fragile feeble flimsy thin
fast quick rapid speed swift prompt speedy
slow sluggish lag delay gradual
loud noise noisy shout bark barking party disturb
`
