import type { Reason } from '../../session/response-view.ts';
import type { ReviewView } from '../../session/review-view.ts';
import { clockTime } from '../duration.ts';
import { firstLine, markWords } from '../review.ts';
import { link, markup, prose, type Markup } from './markup.ts';

/** A question of an exam that is handed in: its choices in the order shown, the key, the learner's own, why, sources. */
export const reviewedQuestion = (
  view: ReviewView,
): Markup => markup`<article aria-labelledby="question-${view.number}">
<h3 id="question-${view.number}">Question ${view.number} <span class="${view.marks.isRight ? 'good' : 'bad'}">${markWords(view.marks)}</span></h3>
<p class="quiet">${view.domain}, ${view.objective}. ${clockTime(view.marks.ms)}</p>
<p class="prose">${prose(view.stem)}</p>
${view.exhibits.map(exhibit)}
<ol type="a">
${view.reasons.map(choice)}</ol>
${view.answer === undefined ? markup`<p>You chose nothing.</p>` : undefined}
${firstLine(view).map(line => markup`<p>${prose(line)}</p>`)}
<p class="prose"><strong>Why.</strong> ${prose(view.rationale)}</p>
<ul>${view.sources.map(({ url, section }) => markup`<li>Read: ${link(url, section)}</li>`)}</ul>
</article>
`;

const exhibit = ({ title, language, text }: ReviewView['exhibits'][number]): Markup =>
  markup`<figure><figcaption class="quiet">${title ?? language}</figcaption><pre tabindex="0"><code>${text.trimEnd()}</code></pre></figure>`;

const choice = ({
  text,
  why,
  isKey,
  chosen,
}: Reason): Markup => markup`<li>${prose(text)}${isKey ? marked('good', 'key') : undefined}${
  chosen ? marked(isKey ? 'good' : 'bad', 'your choice') : undefined
}${why === undefined ? undefined : markup`<div class="quiet">${prose(why)}</div>`}</li>
`;

/** In words beside the colour. */
const marked = (look: 'good' | 'bad', words: string): Markup =>
  markup` <span class="${look}">[${words}]</span>`;
