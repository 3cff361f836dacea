/**
 * General English by concept, after the manner of a thesaurus: the world of things, places and time.
 * One concept a line, its commonest words first; a smaller tier knows only the front of each line.
 */
export const conceptsOfMatter: string = `
begin start first open launch initial introduce origin launching commence establish trigger
end stop finish final close last complete terminate expire cease conclude over done halt
continue keep remain still ongoing stay persist again repeat resume always constantly
change switch alter update modify convert edit adjust replace transform vary revise move different
increase more grow rise extra add raise expand additional double gain higher upgrade climb
decrease less reduce drop fall lower cut shrink smaller decline downgrade fewer minus
now today immediately urgent asap emergency quickly hurry critical instantly tonight soon deadline rush hours rapid pressing imminent escalate straightaway
late delay overdue wait slow behind yet waiting still missed postpone tardy eventually lateness punctual
time day week month year hour minute date moment morning evening night daily weekly monthly calendar schedule century
past ago before yesterday previous old history earlier former recent once ancient last
future tomorrow next later upcoming plan soon eventually forthcoming expect ahead
often always usually frequently every regularly sometimes rarely never occasionally repeatedly daily
place location area site where region spot city town country local map address position zone station corner village district neighbourhood
inside in indoor within interior enter inner internal
outside outdoor out external outer exterior yard
near close nearby next beside local neighbour around adjacent
far away distant remote abroad overseas foreign
big large huge great giant massive enormous wide tall long size oversized
small little tiny short mini narrow slight compact thin size undersized
shape form round square flat circle line straight curve edge corner
size fit measure length width height weight large small medium tight loose dimensions inches
amount number quantity count total many sum several few much bulk dozen hundred pair
part piece section component segment portion half item bit fragment chunk
whole all entire complete full every total everything
full fill crowded packed loaded overflow
empty blank vacant bare hollow nothing
travel trip journey tour visit flight drive fly tourist vacation passenger holiday abroad airport
vehicle car bus truck train bike van taxi wheel engine driver motor boat tyre plane lorry scooter tram metro motorcycle fuel petrol
road street traffic highway path bridge lane sidewalk parking pavement pothole junction route kerb pedestrian cyclist crossing roundabout roadworks lorry driver tarmac asphalt cycle signpost bump roads drive motorist
send ship deliver package parcel mail post courier shipment delivery shipping transport track arrive dispatch transit carrier freight warehouse cargo customs parcels box envelope van tracking pack express load import export port airline
receive get arrive obtain accept collect receipt inbox recipient delivered
give offer provide donate hand supply present gift grant distribute award contribute
take grab remove steal pick carry catch seize withdraw
return back refund exchange send restore replace returned swap reverse repay reimburse replacement undo
store shop save hold warehouse stock inventory storage shelf supply
lose lost missing disappear gone vanish misplace nowhere
find search look discover locate seek lookup detect explore
break broken damage crack smash destroy torn shatter bent dent scratch ruin defective faulty leak cracked ripped snap collapse wreck chip spoil fray burst wobbly
repair fix mend restore maintenance solve patch service rebuild resolve correct
build construct create make produce assemble install design develop manufacture
machine device equipment engine tool motor apparatus hardware gadget appliance battery printer robot pump switch control button dial drill press lever
computer software technical app system server program website crash screen technology digital bug code error device browser install data online file upload api keyboard technician tablet smartphone wifi bluetooth router connect disconnect reboot restart reset firmware version menu click password icon tab format spreadsheet pdf csv database cloud backup virus mouse printer developer programmer debug pixel download settings
internet web online site website network email connection browser wifi link page download router
fail error problem issue wrong fault bug failure crash broken trouble defect glitch malfunction unable stuck refuse won't can't doesn't useless intermittent malfunctioning
work function run operate working works running operation perform
phone call telephone mobile dial cell ring line voicemail tablet
image picture photo video camera film colour draw paint scan display photograph portrait snapshot
food eat meal lunch dinner restaurant cook bread fruit meat vegetable breakfast hungry kitchen snack recipe sugar salt cheese rice soup cake pizza chef menu waiter taste delicious baking dessert potato egg spicy
drink water coffee tea wine beer bottle juice cup milk glass
house home apartment building flat room roof property wall rent floor tenant housing landlord kitchen bathroom bedroom hall porch garage basement door window stairs ceiling
furniture chair table bed desk sofa lamp shelf mattress cabinet
clothes shirt shoes dress wear jacket pants coat hat fabric sleeve jeans socks
colour red blue green black white yellow brown grey pink dark
animal dog cat pet bird fish horse wild rat wildlife stray puppy kitten cow sheep chicken mouse insect bee goose duck snake wolf
plant tree garden flower grass leaf park forest soil branch lawn bush hedge oak rose meadow pond bench playground swing picnic fountain lake gardener seeds trunk roots green parks
water wet river rain flood leak sea pipe drain lake swim sewer pool ocean
fire burn smoke flame hot heat alarm blaze explosion spark
weather rain snow storm sun wind ice cold cloud temperature sunny puddle gutter flooding burst tap plumbing plumber canal stream
heat hot warm temperature overheat boil heating cool oven
cold cool freeze ice chill frozen winter fridge
electricity power battery light charge cable plug outage wire voltage energy socket electric current circuit adapter charger transformer
light lamp bright bulb shine dark lighting streetlight glow candle shade lantern
sound noise loud music quiet hear audio volume silent speaker drill drums alarm bang deafening hum siren scream roar sleep television radio neighbour racket thunder
smell odour stink stench rotten fumes
clean wash tidy sweep clear hygiene laundry spotless soap mop vacuum towel shower bath scrub
dirty trash garbage waste rubbish litter dirt recycling bin mess dump stain filthy bins skip collection recycle compost cardboard landfill overflow rats emptied bottle sack scrap heap disposal
`
