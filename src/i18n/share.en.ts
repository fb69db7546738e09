/** Texts about links, and about pictures to take along. */
export const shareEn = {
  share: {
    title: 'Share',
    subtitle: 'The link holds the whole network: whoever opens it needs no account and no file.',
    link: 'Link',
    copy: 'Copy',
    copied: 'Copied',
    notCopied: 'The browser did not let the page copy. Press Ctrl C: the text is selected.',
    length: '{{length}} characters',
    cutOff: '{{length}} characters. Some programs cut off links of more than 2,000.',
    tooLong: 'This link would have {{length}} characters; {{limit}} are the limit.',
    leaveOutWeights: 'Leave the weights out',
    leaveOutData: 'Leave your own data out',
    saveInstead: 'Save as a file',
    options: 'What the link holds',
    withWeights: 'Trained weights ({{weights}} at update {{step}})',
    withData: 'Your own data ({{name}})',
    viewOnly: 'Only to be looked at and trained, not edited',
    always:
      'Layers, wires, places, notes and training settings go along. Earlier runs and steps of undo do not.',
    stays:
      '“{{name}}” is kept in this browser and is too large for a link or a file. Whoever opens the link is asked for it.',
    embed: 'Embed in a page',
    opened: '{{name}} came with the link. What you had is one step back.',
    already: 'The network of this link is on screen already.',
    'link-damaged': 'The link is damaged: part of it is missing or was changed on the way.',
    'link-newer': 'The link was made by a newer Netwright. Reload the page to update it.',
    'link-too-large': 'The link holds more than this page reads.',
    invalid: 'The link is damaged at “{{path}}”: {{detail}}',
    'newer-version':
      'The link was made by a newer Netwright (format {{version}}; this page reads up to {{known}}). Reload the page to update it.',
    askAgain: 'Your work is as it was. Ask for the link again, or for the network as a file.',
    openFile: 'Open a file',
    weightsLeft: 'The weights in the link do not fit its network, and were left out.',
  },
};
