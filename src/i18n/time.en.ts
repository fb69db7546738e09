/** Going back in time. */
export const timeEn = {
  time: {
    label: 'Recording of the run',
    slider: 'Moment of the run',
    spoken: 'Step {{step}}, loss {{loss}}',
    spokenEnd: 'Step {{step}}, loss {{loss}}: the end',
    back: 'One moment back',
    forward: 'One moment on',
    play: 'Play the recording',
    stop: 'Stop the recording',
    end: 'Back to the end',
    step: 'step',
    loss: 'loss',
    branch: 'Looking back. Train goes on from here as a new run.',
    live: 'Pull to look back.',
    mark: 'step {{step}}',
    branchedFrom: 'from {{name}} at step {{step}}',
    branchedOff: 'from an earlier run at step {{step}}',
  },
} as const;
