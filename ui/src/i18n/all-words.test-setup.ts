// A test changes the language within a line, so that both are there before it begins.
import { speech } from './i18n.svelte';

await Promise.all([speech.learn('nl'), speech.learn('en')]);
