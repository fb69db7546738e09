/** What rules that watch a run have to say, in English. */
export const adviceEn = {
  advice: {
    heading: 'What to try',
    found: 'seen at update {{step}}',
    putAside: 'Put aside: {{title}}',
    later: 'Put aside ({{count}})',
    bringBack: 'Bring back: {{title}}',
    bringBackShort: 'Bring back',
    show: 'What to try: {{count}}',
    spoken: 'Something to try. {{title}}. {{text}}',
    changed: 'Changed, and back at update 0. Undo takes the change back.',
    locked: 'The network is locked; the change waits.',
    titles: {
      unscaled: 'Inputs of very different size',
      unbalanced: 'Nearly all rows are of one class',
      diverging: 'The learning rate is too large here',
      grown: 'The loss grows',
      oscillating: 'The loss leaps up and down',
      stuck: 'Stuck at {{level}}',
      saturated: 'Saturated units',
      dead: 'Dead ReLUs',
      overfitting: 'Learning by heart',
    },
    texts: {
      unscaled:
        '“{{large}}” is about {{largeSize}}, “{{small}}” about {{smallSize}}: {{times}} times apart. A slope grows with its input, so no learning rate suits both.',
      unbalanced:
        '{{most}} of {{rows}} rows, {{share}}, are of one class, and the accuracy is {{accuracy}}: no more than always answering that class gives. It does not say whether the rare rows are found. Drawn as often as the others, they count as much.',
      diverging:
        'The loss rose from {{first}} to {{high}}. On the way it bent by {{curvature}} (largest eigenvalue of the Hessian, estimated): there, updates overshoot above the rate {{limit}}. Yours is {{rate}}.',
      grown:
        'The loss rose from {{first}} to {{high}} and stays above twice its start. How sharply it bends cannot be estimated here, so this is no proof; but at the rate {{rate}} a smaller one is the first thing to try.',
      oscillating:
        'Of the last {{of}} steps of the curve {{rises}} went up, between {{low}} and {{high}}, though every batch is the whole set: at the rate {{rate}} updates leap over the valley.',
      stuck:
        'For {{updates}} updates the loss has stood between {{low}} and {{high}}. Giving every row the same answer costs {{level}} = {{value}}: the network is guessing.',
      still:
        'For {{updates}} updates the loss has stayed at {{low}}. Giving every row the same answer costs {{level}} = {{value}}: the network is guessing.',
      saturated:
        '{{flat}} of what {{node}} gives lies where its function is flat. On average {{slope}} of its steepest slope is left there, so hardly any gradient gets through.',
      dead: '{{silent}} of {{units}} units of {{node}} give 0 for every row. No gradient comes through them, so the weights before them stay as they are.',
      overfitting:
        'The test loss was lowest at update {{step}}: {{low}}. Since then it has risen to {{test}}, while the training loss fell to {{train}}. Fewer units, dropout or more rows help, too.',
    },
    changes: {
      setRate: 'Set the rate to {{rate}} and start over',
      addHidden: 'Insert a hidden layer of {{units}} units and start over',
      useAdam: 'Take Adam at {{rate}} and start over',
      scale: 'Scale all columns to 0–1 and start over',
      startSmaller: 'Start from smaller weights',
      letThrough: 'Take Leaky ReLU and start over',
      stopThere: 'Start over and stop at update {{step}}',
      balance: 'Count all classes alike and start over',
    },
  },
};
