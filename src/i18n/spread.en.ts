/** Distributions in the nodes, and what they say, in English. */
export const spreadEn = {
  spread: {
    show: 'Show how weights, values and gradients are spread',
    hide: 'Hide how weights, values and gradients are spread',
    weights: 'weights',
    values: 'values',
    gradients: 'gradients',
    said: '{{what}}: from {{low}} to {{high}}, mean {{mean}}',
    legend: 'w weights · y outputs · g gradient · line and number: mean',
    far: 'Distributions are drawn in the nodes. Come closer to see them.',
    brief: {
      saturated: '{{percent}} held at a bound',
      dead_one: '{{count}} of {{units}} units silent',
      dead_other: '{{count}} of {{units}} units silent',
      vanishing: 'gradient: {{percent}} is left',
      exploding: 'gradient: {{times}} times',
    },
    saturated: '{{percent}} of its values are held fast at a bound: hardly any gradient passes.',
    dead_one: '{{count}} of {{units}} units gives 0 for every row: it learns nothing.',
    dead_other: '{{count}} of {{units}} units give 0 for every row: they learn nothing.',
    vanishing: 'Of the gradient at {{against}}, {{percent}} is left here.',
    exploding: 'The gradient here is {{times}} times that at {{against}}.',
    slopes_one: 'σ′ is at most 0.25: after one sigmoid at most {{bound}} is left.',
    slopes_other: 'σ′ is at most 0.25: after {{count}} sigmoids at most {{bound}} is left.',
  },
};
