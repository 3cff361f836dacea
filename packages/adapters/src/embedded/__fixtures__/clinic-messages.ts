/** A message to a clinic: which department it is for, and whether it is an emergency. */
export interface ClinicMessage {
  message: string
  department: string
  emergency: string
}

/** The departments. */
export const departments: readonly string[] = [
  'cardiology',
  'dental',
  'dermatology',
  'physiotherapy',
  'pediatrics',
]

const rows = `
cardiology|True|I have had a tight feeling in my chest since this morning and it is going down my left arm, what should I do?
cardiology|False|My blood pressure readings at home were about 150 over 95 all week, should the tablets be changed?
cardiology|False|Could I get the results of the heart ultrasound I had last Thursday?
cardiology|False|Since I started the beta blocker my pulse is only 48 and I feel tired on the stairs.
cardiology|True|My father's pacemaker is beeping and he just fainted in the kitchen, his lips look blue.
cardiology|False|I would like to book my yearly check-up for my heart valve.
cardiology|False|Every evening my heart skips beats for a few minutes, then it goes back to normal.
cardiology|False|Can I stop the blood thinner two days before my tooth is pulled?
cardiology|True|My heart has been racing at 170 for an hour, I'm dizzy and can't catch my breath.
cardiology|False|The 24 hour ECG recorder came off at night, do I need to wear it again?
cardiology|False|My ankles swell by the evening and I was told that this may come from a weak heart.
cardiology|False|Is it safe to fly six weeks after a stent was put in?
cardiology|False|My cholesterol came back high, do you want me to start statins or try diet first?
cardiology|True|Severe pain behind the breastbone, sweating and sick, it won't go away with the spray.
cardiology|False|Need a repeat prescription for my blood pressure medicine, I have five tablets left.
cardiology|False|I get out of breath walking up hill, my doctor suggested an exercise test on the bike.
cardiology|False|When is my next pacemaker check? I lost the card with the date.
cardiology|False|Palpitations again after coffee, no pain, just want to know if this is something to look at.
cardiology|False|Could you send the letter about my heart rhythm to my new insurance?
cardiology|False|May I go to the sauna with high blood pressure?
cardiology|True|My mother has had chest pain for twenty minutes and her pulse is very weak and irregular.
cardiology|False|I was told to cut down on salt because of my heart failure, do you have a list of foods?
cardiology|False|The pulse on my watch says atrial fibrillation, is that watch to be trusted?
cardiology|False|My brother died of a heart attack at 45 and I would like my risk to be checked.
dental|False|One of my fillings fell out while I was eating toast, the tooth is rough but does not hurt.
dental|False|I'd like an appointment for a cleaning and a check of my gums.
dental|True|My cheek is swollen up to the eye after the wisdom tooth was taken out and I can hardly swallow.
dental|False|How much does a crown cost if the root canal is already done?
dental|False|My gums bleed whenever I brush or floss.
dental|True|My son fell off his scooter and knocked out a front tooth ten minutes ago, we put it in milk.
dental|False|The bridge on the upper left feels loose when I chew.
dental|False|Could I move Tuesday's appointment with the hygienist to next week?
dental|False|I grind my teeth at night and wake with a sore jaw, would a splint help?
dental|False|Cold drinks make my back molar ache for a few seconds.
dental|False|My denture rubs on the lower side and I have a sore spot on the gum.
dental|True|It has not stopped bleeding since the extraction yesterday, I've gone through a whole pack of gauze.
dental|False|Do you offer whitening, and will it harm the enamel?
dental|False|A bracket of my braces came off and the wire pokes my cheek a little.
dental|False|My wisdom teeth are coming through, should they be taken out before my exams?
dental|False|I chipped a corner of my front tooth on a fork, can that be polished?
dental|False|Is it normal that the bite feels too high after the new filling?
dental|False|What kind of toothpaste do you recommend for sensitive teeth?
dental|True|An abscess under my tooth has burst, I have a high fever and can't open my mouth.
dental|False|I was quoted two implants, can I pay in instalments?
dental|False|There is a white patch on my tongue that has been there for a month.
dental|False|Please send my x-rays to the orthodontist in town.
dental|False|The temporary crown came off with a piece of chewing gum, I kept it.
dental|False|My toothache comes and goes, mostly when something sweet gets on the tooth.
dermatology|False|A mole on my back has become darker over the summer, can someone look at it?
dermatology|False|My eczema is worse again on the hands, the cream you gave me is finished.
dermatology|True|After the new antibiotic my whole body is covered in hives and my throat feels tight.
dermatology|False|I have had acne on my chin for two years and nothing from the chemist works.
dermatology|False|There is a dry scaly patch behind my ear that itches at night.
dermatology|False|How long should I leave the bandage on after the mole was removed?
dermatology|False|Can I go swimming with the stitches still in my skin?
dermatology|False|My scalp is flaking and itching, ordinary dandruff shampoo did not help.
dermatology|True|My skin is blistering and peeling off over my chest and mouth since I began the new tablets.
dermatology|False|I would like a full skin check, my aunt had melanoma.
dermatology|False|The wart on my foot has come back although it was frozen twice.
dermatology|False|Do you do laser treatment for small red veins on the nose?
dermatology|False|A rash with small red bumps showed up on my legs after shaving.
dermatology|False|My psoriasis has spread to the elbows, is light therapy possible?
dermatology|False|The cortisone ointment burns when I put it on, should I carry on with it?
dermatology|True|A red line is creeping up my arm from an infected cut and I'm shivering with fever.
dermatology|False|My nails have become thick and yellow, is it a fungus?
dermatology|False|Which sunscreen do you recommend for very pale skin with freckles?
dermatology|False|I'm losing hair in round patches, about the size of a coin.
dermatology|False|When do I get the lab result of the skin sample from my shoulder?
dermatology|False|My face goes red and hot whenever I eat spicy food, is that rosacea?
dermatology|True|My tongue and lips are swelling fast after a wasp sting and I am itching all over.
dermatology|False|A lump under the skin on my neck, soft, doesn't hurt, has been there for years.
dermatology|False|Itchy spots between my fingers, and now my husband has them on his skin too.
physiotherapy|False|My knee is still stiff six weeks after the operation, which exercises may I do?
physiotherapy|False|Lower back pain when I sit at the desk all day, could I get a course of massage?
physiotherapy|False|I'd like to book ten sessions, the orthopaedist gave me a referral for my shoulder.
physiotherapy|False|The exercises with the elastic band make my elbow hurt more, should I go on?
physiotherapy|True|My back locked up, both legs have gone numb and I cannot hold my water.
physiotherapy|False|Can I have the sheet with the stretching exercises for my neck again?
physiotherapy|False|I twisted my ankle at football, it is swollen but I can walk on it.
physiotherapy|False|How soon after the hip replacement may I walk without crutches?
physiotherapy|False|Could I switch my Monday session with Anna to the afternoon?
physiotherapy|False|Tennis elbow for three months, resting has not made it any better.
physiotherapy|False|My shoulder clicks when I lift my arm above my head.
physiotherapy|False|After the stroke my mother needs help to train walking and balance.
physiotherapy|False|I pulled a muscle in the back of my thigh while sprinting, when can I train again?
physiotherapy|True|My calf is hot, swollen and hard after the knee operation and now I have trouble breathing.
physiotherapy|False|Do you have a free session this week? My neck is so stiff that I can't turn my head.
physiotherapy|False|Is it normal to have sore muscles for two days after the treatment?
physiotherapy|False|I need exercises for my pelvic floor after the birth.
physiotherapy|False|My posture is bad from working at the laptop, my upper back aches every evening.
physiotherapy|False|May I use a heat pack on the strained muscle in my back?
physiotherapy|False|The doctor says my cruciate ligament is torn and I need strength training for the knee.
physiotherapy|False|My insurance only pays six sessions, can we stretch them over three months?
physiotherapy|False|Heel pain with the first steps in the morning, would insoles or stretching be right?
physiotherapy|True|I fell on the stairs after the session, my hip sticks out at an odd angle and I can't stand up.
physiotherapy|False|The tape on my shoulder came off in the shower, do I need to come back?
pediatrics|False|When is my daughter due for her second measles shot?
pediatrics|True|My baby is two months old, has a fever of 39.5 and won't wake up for feeding.
pediatrics|False|Our son has a runny nose and a cough, can he still go to kindergarten?
pediatrics|False|She is ten months old and does not crawl yet, should we be worried?
pediatrics|False|How much fever syrup may a child of 14 kilos take?
pediatrics|False|I would like to book the check-up for my four year old.
pediatrics|True|My toddler swallowed a button battery from a toy, what do we do now?
pediatrics|False|Baby has a sore bottom from the nappy and the cream is not helping.
pediatrics|False|The school wants a note that my daughter was ill on Monday and Tuesday.
pediatrics|False|My six year old wets the bed again since his brother was born.
pediatrics|False|Which vaccines does a child need before we travel to Kenya?
pediatrics|True|My little girl is making a whistling noise when she breathes in and her ribs are pulling in.
pediatrics|False|Our newborn spits up milk after each bottle, but she is gaining weight.
pediatrics|False|My son's ear hurts since yesterday evening, he cried half the night.
pediatrics|False|Chickenpox is going round at nursery, our boy has the first spots.
pediatrics|False|At what age should a baby start on solid food?
pediatrics|False|My daughter is smaller than all the other children in her class, can her growth be checked?
pediatrics|True|My three year old had a fit, he was shaking for five minutes and is still not responding.
pediatrics|False|He has had diarrhoea for two days but drinks well and plays.
pediatrics|False|Could you fill in the health form for my son's summer camp?
pediatrics|False|The lump on my baby's leg after the vaccination is still there, it is a week now.
pediatrics|False|My child won't eat anything but pasta, does she need vitamins?
pediatrics|False|Our boy stutters when he is excited, is there speech therapy for a five year old?
pediatrics|False|Head lice at school again, what can I use on a two year old?
`

/** A hundred and twenty messages, as many for each department. */
export const clinicMessages: readonly ClinicMessage[] = rows
  .trim()
  .split('\n')
  .map((row) => {
    const [department = '', emergency = '', message = ''] = row.split('|')
    return { message, department, emergency }
  })
