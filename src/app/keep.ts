import type { i18n as I18n } from 'i18next';
import { keepProjects } from '../state/projects/keeper.ts';
import type { FoundProject } from '../state/projects/project-archive.ts';
import type { Stores } from '../state/stores.ts';
import { offerOwnWork } from './offer-own-work.ts';

/** Keeps what is done on the page, and finds what was done before. */
export function keep(stores: Stores, found: FoundProject | undefined, translator: I18n): void {
  keepProjects(stores, found);
  offerOwnWork(stores, translator, found?.id);
}
