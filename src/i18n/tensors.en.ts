/** What calculations on tensors say, in English. */
export const tensorsEn = {
  tensor: {
    title: 'Tensor',
    facts: 'rank {{rank}} · shape {{shape}} · {{dtype}}',
    onNode: 'rank {{rank}} · {{dtype}}',
    axis: 'axis {{axis}}',
    outermost: 'outermost',
    innermost: 'innermost',
    single: 'No axis: a single number.',
    size: 'size {{size}}',
    values_one: '{{shown}} value',
    values_other: '{{shown}} values',
    more: '+{{count}} more',
    stretched: '{{shape}} stretched: axis {{axes}}',
    exact: 'int32: the mean is cut off. Cast to float32 gives {{exact}}.',
    pick: 'Select a node to see its tensor in full.',
    none: 'There is no result yet.',
    swap: 'Let the first two inputs change places',
    nothingToTrain: 'A calculation is worked out as you edit. There is nothing to train.',
    input: 'Input {{place}}',
  },
  tensorText: {
    empty: 'Type a number, or brackets such as [[1, 2], [3, 4]].',
    unexpected: '“{{found}}” at character {{at}} does not belong here.',
    unclosed: 'Something is missing at character {{at}}, perhaps a closing bracket.',
    'left-over': 'The tensor ends before “{{found}}” at character {{at}}.',
    ragged:
      'What starts at character {{at}} has {{got}} entries, the part before it {{wanted}}. All must be equally long.',
    'mixed-depth':
      '“{{found}}” at character {{at}}: numbers and brackets cannot stand side by side.',
    'mixed-types': '“{{found}}” at character {{at}}: true and false do not mix with numbers.',
    'no-values': 'The brackets at character {{at}} are empty.',
    'too-large':
      '“{{found}}” at character {{at}} is too large for a whole number (int32). A point makes it float32.',
    'too-many': 'A tensor here has at most {{wanted}} values.',
    'too-deep': 'Brackets may be {{wanted}} deep.',
    'not-whole': '“{{found}}” at character {{at}} is not a whole number.',
    'not-size': '“{{found}}” at character {{at}} is not a size: a whole number from 1.',
    'not-part': '“{{found}}” at character {{at}} is neither a place nor a range such as 2:5.',
  },
};

/** Why a wire of a calculation is refused, in English. */
export const tensorRefusalsEn = {
  mixed:
    'A calculation works on whole tensors, a network on samples. {{from}} and {{to}} cannot be joined.',
  given: '{{to}} takes no input.',
};

/** Why a calculation has no result, in English. */
export const tensorProblemsEn = {
  'mixed-wire':
    'This wire joins a calculation on whole tensors with a network that is trained on samples. The two do not mix.',
  'product-sizes':
    '{{first}}·{{second}}: {{columns}} and {{rows}} differ. The first must have as many columns as the second has rows.',
  'product-rank': '{{name}} needs at least two axes; {{got}} has {{rank}}. Expand dims adds one.',
  'broadcast-sizes':
    '{{first}} and {{second}}: at axis {{axis}}, {{left}} and {{right}} differ and neither is 1, so neither can be stretched.',
  'axis-range':
    '{{name}}: there is no axis {{axis}}. {{got}} has axes 0 to {{most}}, or {{least}} to −1.',
  'axis-none': '{{name}} asks for an axis; a single number has none.',
  'axes-order':
    '{{name}}: {{axes}} is no order of the {{rank}} axes of {{got}}. Name each once, such as {{order}}.',
  'tensor-size': '{{name}} asks for {{wanted}}, but {{got}} holds {{count}} values.',
  'squeeze-size':
    '{{name}}: axis {{axis}} of {{got}} has size {{size}}; only an axis of size 1 can go.',
  'stack-shapes': '{{name}} takes equal shapes; it gets {{first}} and {{other}}.',
  'slice-rank': '{{name}} names {{given}} axes; {{got}} has {{rank}}.',
  'slice-range':
    '{{name}}: {{part}} finds nothing along axis {{axis}} of {{got}}, which has size {{size}}.',
  'dtypes-differ':
    '{{name}} needs one type; it gets {{first}} and {{second}}. Cast changes the type.',
  'dtype-unfit': '{{name}} cannot read {{got}}. Cast changes the type.',
  'too-many-values':
    '{{name}} would give {{shape}}. A tensor here has at most {{limit}} values and {{rank}} axes.',
  'calculation-too-large':
    '{{name}} is not worked out: the steps before it have more than {{limit}} values together.',
  'tensor-text': '{{name}}: {{why}}',
};
