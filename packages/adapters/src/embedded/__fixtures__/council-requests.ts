/** A request to a town council: which department it is for, and whether someone may get hurt. */
export interface CouncilRequest {
  request: string
  department: string
  dangerous: string
}

/** The departments. */
export const departments: readonly string[] = ['roads', 'waste', 'noise', 'parks']

const rows = `
roads|True|There is a hole a foot deep on Mill Street and a cyclist fell into it yesterday.
roads|False|The white lines on the roundabout have faded.
roads|True|The traffic light at the school crossing shows green both ways, children nearly got hit.
roads|False|Could you resurface our lane? It has been patched a dozen times.
roads|False|Please put up a sign for the new bus stop.
roads|True|A lorry knocked over the barrier on the bridge, there is nothing to stop a car going over.
roads|False|Cars park on both sides so the van cannot turn the corner.
roads|False|The kerb outside number nine is crumbling.
roads|True|Black ice on the hill every morning, three crashes this week.
roads|False|The pavement is uneven near the post office.
roads|False|We would like speed bumps on Station Road.
roads|True|A manhole cover is missing in the cycle lane.
roads|False|Street name plate is unreadable at the junction.
roads|False|The lamp post by the crossing stays on all day.
roads|True|Street is pitch dark at the crossing, a driver almost ran me over.
roads|False|When will the roadworks on the high street be finished?
roads|False|My drive is blocked by parked vans again.
roads|False|The pedestrian button at the junction takes ages.
waste|False|Our bin was not emptied on Tuesday.
waste|True|Somebody dumped needles and broken glass behind the playground.
waste|False|Can I have a second recycling box?
waste|False|The bottle bank at the car park is overflowing.
waste|True|Barrels of chemicals were left in the alley and they are leaking, it burns my eyes.
waste|False|What day do you collect garden cuttings?
waste|False|The lid of my bin broke when the crew dropped it.
waste|False|An old sofa has been lying on the corner for a month.
waste|False|The rubbish truck skipped our whole road.
waste|True|Asbestos sheets were dumped next to the nursery.
waste|False|How do I get rid of a fridge?
waste|False|Litter everywhere after the market.
waste|False|Rats are at the bags because nobody picks them up.
waste|False|Cardboard was refused although it was flat and dry.
waste|False|I need a new food caddy, mine was stolen.
waste|True|The skip is on fire and the flames are near the gas tank.
waste|False|The recycling centre turned me away without a reason.
waste|False|My trash has been sitting there for three weeks.
noise|False|The pub plays music until two every night.
noise|False|A dog next door barks from dawn to dusk.
noise|False|Builders start drilling at six on Sundays.
noise|False|The neighbours have loud parties each weekend.
noise|True|My neighbour screams and bangs on my door with a hammer, I am afraid for my life.
noise|False|A car alarm has been going off for two days.
noise|False|The bar's extractor fan hums all night and we cannot sleep.
noise|False|Kids set off fireworks by my window at midnight.
noise|False|Church bells ring every quarter of an hour.
noise|False|The gym drops weights, the whole flat shakes.
noise|True|There was loud shouting and then shots next door.
noise|False|Leaf blowers outside the office at seven in the morning.
noise|False|The tenant above plays drums.
noise|False|Please send someone to measure the sound of the factory.
noise|False|The ice cream van's jingle is deafening.
noise|True|The concert is so loud that the ceiling is cracking and plaster falls on us.
noise|False|Their television is so loud I hear each word.
noise|False|Motorbikes rev their engines under my window.
parks|False|The swings need a coat of paint.
parks|True|A branch as thick as my leg hangs by a thread over the sandpit.
parks|False|Could you plant more flowers by the pond?
parks|False|The grass in the meadow is up to my waist.
parks|False|A bench by the lake has lost two slats.
parks|True|The slide has a sharp edge and my daughter was cut badly.
parks|False|When does the rose garden open?
parks|False|The fountain has been dry since spring.
parks|False|The oak at the gate has fungus on its trunk.
parks|False|Dog owners let them run loose on the lawn.
parks|True|The footbridge over the stream gave way, a boy fell in.
parks|False|The tennis court net is torn.
parks|False|May we hold a picnic for forty people on the green?
parks|False|Hedges cover the path, you cannot walk there.
parks|False|The toilets near the playground are locked.
parks|False|Geese have taken over the lawn by the pond.
parks|True|A dead tree is about to fall on the playground.
parks|False|Please water the young trees.
`

/** Seventy-odd requests, four departments. */
export const councilRequests: readonly CouncilRequest[] = rows
  .trim()
  .split('\n')
  .map((row) => {
    const [department = '', dangerous = '', request = ''] = row.split('|')
    return { request, department, dangerous }
  })
