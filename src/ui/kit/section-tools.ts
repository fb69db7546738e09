import { createContext } from 'react';

/** What can be done with any titled part around which it is given; stands beside its title. */
export const SectionTools = createContext<React.ReactNode>(null);
