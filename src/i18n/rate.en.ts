/** The search for a learning rate, in English. */
export const rateEn = {
  rate: {
    title: 'Learning-rate finder',
    what: 'Tries {{count}} rates on a copy of the network, one update each, from the start of a run. Your run is not touched.',
    search: 'Find a learning rate',
    again: 'Search again',
    cancel: 'Stop the search',
    progress: 'Rates tried',
    chart: 'Loss against the learning rate, on a logarithmic axis',
    axis: 'learning rate',
    suggested: 'The loss falls steepest about here: {{rate}}',
    why: 'Told from one update at each rate. “What to try” goes by how sharply the loss bends, so it may name a rate beside this one.',
    burst: 'it blows up at {{rate}}',
    none: 'The loss falls at none of these rates.',
    set: 'Set the learning rate to {{rate}}',
    lost: 'The browser ended the search, perhaps for want of memory. Search again.',
    trouble: 'The search failed: {{detail}}',
  },
};
