/**
 * General English by concept, after the manner of a thesaurus. One concept a line, at most twelve words each so
 * that no subject is known better than another; the commonest come first, and a smaller tier knows only those.
 */
export const thesaurus: string = `
begin start first open launch new initial introduce origin
end stop finish last close complete final over conclude cease
keep continue remain stay still hold again persist repeat
change switch alter move replace become convert modify different update
more increase add grow rise extra raise gain another expand
less reduce decrease drop fall lower cut shrink lose few
now today immediately urgent quickly soon emergency instantly deadline hurry
late delay slow wait behind overdue yet miss
time day week month year hour minute date moment season
morning noon afternoon evening night midnight dawn daily
past ago before yesterday old history earlier former ancient
future tomorrow next later plan will upcoming forecast
often always usually never sometimes every rarely frequent regular
place area town city country village district region local corner
road street traffic bridge lane path corner highway crossing pavement
big large huge tall long wide great giant enormous
small little tiny short thin narrow slight mini
round square flat line circle curve edge straight point shape
number count many amount total several dozen quantity pair sum
part piece half section bit slice portion component
all whole every full entire complete total
nothing empty none bare hollow blank lack
above top high up over roof upper peak
below bottom low down under ground floor deep
inside in indoor inner within interior room
outside out outdoor outer exterior yard open
near close next beside neighbour nearby around local
far away distant remote abroad foreign overseas
travel trip journey visit flight tour passenger holiday airport hotel luggage
vehicle car drive bus truck train wheel engine bike driver motor
ship boat sail harbour sea captain crew deck
plane fly airport pilot wing flight sky
send deliver package parcel mail post courier ship transport shipping arrive
receive get take obtain accept collect arrive
give offer provide donate hand present gift share
return back restore exchange refund reverse again
keep store save stock shelf warehouse storage supply box
lost lose missing gone vanish disappear
find search look discover seek locate hunt detect
broken break damage crack smash tear split ruin defect
repair fix mend restore maintain renew patch
build construct house wall brick concrete site roof carpenter builder
make create produce design form develop manufacture
tool hammer nail saw drill screw knife rope
machine device engine equipment motor switch gadget apparatus electronic
computer software program technical internet app data system screen code server
fail problem fault error trouble wrong issue trap mistake
phone call telephone ring dial mobile line voice
picture image photo camera video paint draw portrait film
food eat meal cook kitchen dinner hungry recipe taste lunch
bread flour dough bake oven cake butter crust
meat beef chicken pork fish lamb sausage steak roast
fruit vegetable apple tomato potato onion berry salad orange
sweet sugar dessert chocolate honey cake cream candy
drink water juice coffee tea wine beer bottle glass milk
restaurant cafe waiter menu table chef bar guest
house home apartment building room flat rent tenant roof door
furniture chair table bed desk sofa lamp cupboard
clothes shirt shoe dress wear jacket coat trousers hat
cloth fabric wool cotton thread sew leather
colour red blue green black white yellow brown dark pale
animal dog cat horse cow wild pet sheep beast
bird fly wing feather nest chicken goose egg
insect bee fly ant wasp sting spider bug
plant tree flower garden grass leaf park forest soil seed
farm field crop harvest corn farmer cow barn
nature river lake mountain forest sea hill valley wild
water wet wash flow rain flood leak river pool
fire burn smoke flame hot heat blaze ash
weather rain snow storm sun wind ice cloud fog
heat hot warm temperature boil stove summer
cold cool freeze ice winter chill frost
power electric battery energy cable plug current wire light
light lamp bright shine sun candle dark glow
sound noise loud hear quiet music bang silence shout
smell odour scent stink nose perfume
clean wash soap sweep tidy brush polish bath
dirty waste rubbish garbage trash litter mud dust stain dump
metal iron steel gold silver copper rust
stone rock sand brick clay earth
paper page print sheet pen ink envelope
money pay cost cash price bank cheap spend coin payment
debt owe bill loan borrow credit charge invoice interest
account bank record member register user name balance password
price cost expensive cheap discount rate fee value
sell buy shop sale customer market trade purchase sales store
tax duty income law state pay
work job employee office staff career boss hire salary worker
business company firm industry trade manager enterprise commercial
manage control lead direct head boss supervise
secret private hide personal password confidential
name person identity title sign call label
key lock door open close shut gate
join member club enter subscribe group register
cancel stop end quit withdraw drop revoke
book reserve ticket seat appointment booking table
speak talk say tell voice word conversation speech
write letter note text pen document author word
read book page story library novel writer poem chapter
message letter email mail note reply notify
news report press journalist article paper media headline
information fact data detail knowledge record report
ask question why how query wonder what
answer reply respond response solution explain
want wish need desire request demand please
idea suggest suggestion propose think plan recommend proposal
opinion think view feedback comment review believe judgement
complain complaint protest angry object unhappy blame
thank thanks grateful appreciate welcome gratitude
praise great admire compliment applaud honour
good great nice excellent positive best fine wonderful perfect enjoy beautiful brilliant
bad poor terrible awful negative worst horrible dreadful boring disappoint useless ugly
neutral average mixed middle ordinary okay fair moderate
happy glad joy smile cheerful delight pleased fun
sad sorry cry unhappy tear grief miserable upset
angry mad rage furious annoy hate shout
fear afraid scare worry anxious terror horror nervous
love like adore fond heart dear romance kiss
hate dislike disgust enemy despise
surprise sudden unexpected shock amaze strange wonder
funny joke laugh comedy humour comic silly
easy simple plain smooth light
difficult hard tough complicated complex challenge
possible can may could maybe perhaps chance
necessary must need require have essential
important serious main major key chief significant
dangerous danger risk hazard threat unsafe accident harm
safe protect safety guard shelter defend secure
hurt injure injury wound pain harm damage bleed cut
crime steal thief police murder prison criminal fraud
police officer arrest law patrol guard
law legal court judge lawyer rule justice trial
help assist support aid rescue advice service
allow permit let agree approve accept may
forbid ban refuse deny block reject prevent
true right real correct fact honest
false wrong fake lie untrue pretend
choose select pick decide option prefer
compare like same similar than equal differ
school student teacher class learn study education lesson pupil exam university
science research experiment scientist theory physics chemistry biology laboratory
mathematics number count calculate sum equation
health doctor sick hospital patient medicine ill nurse disease medical clinic
body hand head arm leg foot face bone back
heart blood chest pulse vein breath lung cardiac
tooth mouth tongue dentist gum jaw dental
skin hair face rash itch spot
eye see look sight blind glass watch
mind mental brain memory think psychology
medicine drug pill tablet dose vaccine prescription
family mother father son daughter brother sister wife husband parent
child baby boy girl kid young infant toddler birth
friend companion neighbour partner buddy guest
person man woman human people adult someone
old age elderly retired grandfather grandmother senior
group team crowd club band community
party festival wedding celebrate birthday event guest
game play sport team win match player score ball race champion
exercise train run jump walk muscle fitness gym
art paint museum artist gallery sculpture draw
music song sing band concert piano guitar tune
film movie actor cinema scene television show director drama
theatre stage play actor act performance audience role
government state president minister council mayor official public political
vote election party candidate campaign poll
war army soldier fight weapon battle attack military bomb
religion church god pray faith holy temple priest
rule policy law standard order regulation
strong powerful solid firm tough force
weak fragile feeble faint soft
fast quick rapid speed swift hurry
slow gradual lag dull crawl
space planet star moon earth rocket sky
`
