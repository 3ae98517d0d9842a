/*
 * `npm run demo`: adds believable samples, and on a site that only this machine reaches prints sign-in links for trying the desk.
 * `npm run demo -- --remove`: takes every sample away again.
 */
import { refreshFigures } from "#app/domain/figures/refresh-figures.server.ts";
import { createSignInLink } from "#app/domain/staff/commands/create-sign-in-link.server.ts";
import { now } from "#app/platform/clock.ts";
import { migrateDatabase } from "#app/platform/database/migrate.server.ts";
import { openDatabase } from "#app/platform/database/open.server.ts";
import { env, isLoopbackSite } from "#app/platform/env.ts";
import { paths } from "#app/routes/paths.ts";
import { addSamples } from "./demo/add-samples.ts";
import { type Cast, sampleSender } from "./demo/moment.ts";
import { removeSamples } from "./demo/remove-samples.ts";
import { seedPlan } from "./seed-plan.ts";

const say = (line: string) => process.stdout.write(`${line}\n`);

async function add(): Promise<void> {
  const context = { actor: sampleSender, now: now(), locale: "ja" } as const;
  if (await seedPlan(context)) say("プランの内容を読み込みました / plan content loaded");
  const { cast, submissions, comments } = await addSamples(context);
  if (submissions === 0) {
    say("見本はすでにあります。追加しませんでした / the samples are there already: nothing added");
  } else {
    say(`見本を追加しました: 投稿 ${submissions} 件、コメント ${comments} 件`);
    say(`samples added: ${submissions} submissions, ${comments} comments`);
    say(
      "見本についてのメールは、だれにも送らずファイルに保存します / mails about samples go to files, never to anybody",
    );
  }
  await printLinks(cast);
  say("消すとき / to remove them:  npm run demo -- --remove");
}

async function printLinks(cast: Cast): Promise<void> {
  const environment = env();
  if (!isLoopbackSite(environment)) {
    say(
      "BASE_URL がこの機械の外を指すため、サインイン用リンクは作りません / no sign-in links: BASE_URL is not a loopback address",
    );
    return;
  }
  say("サインイン用リンク(それぞれ1回、24時間以内) / sign-in links (once each, within 24 hours):");
  for (const { id, name, role } of [cast.moderator, cast.officer, cast.viewer, cast.administrator]) {
    const token = await createSignInLink({ actor: sampleSender, now: now(), locale: "ja" }, id);
    say(`  ${name} / ${role}`);
    say(`    ${environment.BASE_URL}${paths.deskSignInLink(token)}`);
  }
}

async function remove(): Promise<void> {
  const removed = await removeSamples({ actor: sampleSender, now: now(), locale: "ja" });
  if (removed.submissions + removed.comments + removed.accounts === 0) {
    say("見本はありません / there are no samples");
    return;
  }
  const { submissions, comments, written, accounts } = removed;
  say(`見本を消しました: 投稿 ${submissions} 件、コメント ${comments} 件、職員 ${accounts} 件`);
  say(`samples removed: ${submissions} submissions, ${comments} comments, ${accounts} staff accounts`);
  if (written > 0) {
    say(
      `うち ${written} 件は、見本に付いていたコメントです / ${written} of the comments had been written under samples`,
    );
  }
}

async function main(): Promise<void> {
  const [option, ...rest] = process.argv.slice(2);
  if ((option !== undefined && option !== "--remove") || rest.length > 0) throw new Error("npm run demo [-- --remove]");
  const database = await openDatabase(say);
  try {
    await migrateDatabase(database.url);
    await (option === "--remove" ? remove() : add());
    await refreshFigures(now());
  } finally {
    await database.close();
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
