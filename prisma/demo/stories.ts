import type { DemoStory } from "./shape.ts";
import { story as aKnotIsOneSecond } from "./stories/a-knot-is-one-second.ts";
import { story as aVillageVotesOnAFootbridge } from "./stories/a-village-votes-on-a-footbridge.ts";
import { story as afghanCommitteeAsksTajikistanToStopDeportations } from "./stories/afghan-committee-asks-tajikistan-to-stop-deportations.ts";
import { story as anApricotOrchardInBatken } from "./stories/an-apricot-orchard-in-batken.ts";
import { story as countingSaigaFromNineHundredFeet } from "./stories/counting-saiga-from-nine-hundred-feet.ts";
import { story as cstoArmsForTheTajikAfghanBorderFrom2026 } from "./stories/csto-arms-for-the-tajik-afghan-border-from-2026.ts";
import { story as cstoToBeginReinforcingTheBorderIn2025 } from "./stories/csto-to-begin-reinforcing-the-border-in-2025.ts";
import { story as dripByDripInTheHungrySteppe } from "./stories/drip-by-drip-in-the-hungry-steppe.ts";
import { story as fortyStakesAndASteamDrill } from "./stories/forty-stakes-and-a-steam-drill.ts";
import { story as lastAtTheLakeAndProudOfIt } from "./stories/last-at-the-lake-and-proud-of-it.ts";
import { story as learningTheWordForReceipt } from "./stories/learning-the-word-for-receipt.ts";
import { story as nineLinesmenAndAPass } from "./stories/nine-linesmen-and-a-pass.ts";
import { story as oneJamilaInFortyOneLanguages } from "./stories/one-jamila-in-forty-one-languages.ts";
import { story as oneKilledFiveWoundedInTheZarbuzGorge } from "./stories/one-killed-five-wounded-in-the-zarbuz-gorge.ts";
import { story as plantingAForestOnTheFloorOfTheSea } from "./stories/planting-a-forest-on-the-floor-of-the-sea.ts";
import { story as severalArmiesOneFieldKitchen } from "./stories/several-armies-one-field-kitchen.ts";
import { story as theBoothAboveTheChamber } from "./stories/the-booth-above-the-chamber.ts";
import { story as theDoctorInMurghabWaitsForTheSatellite } from "./stories/the-doctor-in-murghab-waits-for-the-satellite.ts";
import { story as theFeltThatTwoSistersCannotAgreeOn } from "./stories/the-felt-that-two-sisters-cannot-agree-on.ts";
import { story as theGirlsWhoRefuseTheDraw } from "./stories/the-girls-who-refuse-the-draw.ts";
import { story as theLedgerOfThoseWhoHadNoPapers } from "./stories/the-ledger-of-those-who-had-no-papers.ts";
import { story as theLidOnBishkek } from "./stories/the-lid-on-bishkek.ts";
import { story as theManWithTheKeyToTheCanal } from "./stories/the-man-with-the-key-to-the-canal.ts";
import { story as theNumberTwelveGoesUpToTheSnow } from "./stories/the-number-twelve-goes-up-to-the-snow.ts";
import { story as theQueueAtKordayHasItsOwnShopkeepers } from "./stories/the-queue-at-korday-has-its-own-shopkeepers.ts";
import { story as theTransferComesOnTheNinth } from "./stories/the-transfer-comes-on-the-ninth.ts";
import { story as theWhiteShipSailsAtThePuppetTheatre } from "./stories/the-white-ship-sails-at-the-puppet-theatre.ts";
import { story as theWomanWhoTurnsThePages } from "./stories/the-woman-who-turns-the-pages.ts";
import { story as thursdayFcHasNoHomeGround } from "./stories/thursday-fc-has-no-home-ground.ts";
import { story as underTheWalnutTreesOfArslanbob } from "./stories/under-the-walnut-trees-of-arslanbob.ts";
import { story as whatGoesIntoAFortySomLoaf } from "./stories/what-goes-into-a-forty-som-loaf.ts";
import { story as whatTheCstoCanDoAndWhoDecides } from "./stories/what-the-csto-can-do-and-who-decides.ts";
import { story as whyAFullReservoirIsAnArgument } from "./stories/why-a-full-reservoir-is-an-argument.ts";

export const stories: readonly DemoStory[] = [
  aKnotIsOneSecond,
  aVillageVotesOnAFootbridge,
  afghanCommitteeAsksTajikistanToStopDeportations,
  anApricotOrchardInBatken,
  countingSaigaFromNineHundredFeet,
  cstoArmsForTheTajikAfghanBorderFrom2026,
  cstoToBeginReinforcingTheBorderIn2025,
  dripByDripInTheHungrySteppe,
  fortyStakesAndASteamDrill,
  lastAtTheLakeAndProudOfIt,
  learningTheWordForReceipt,
  nineLinesmenAndAPass,
  oneJamilaInFortyOneLanguages,
  oneKilledFiveWoundedInTheZarbuzGorge,
  plantingAForestOnTheFloorOfTheSea,
  severalArmiesOneFieldKitchen,
  theBoothAboveTheChamber,
  theDoctorInMurghabWaitsForTheSatellite,
  theFeltThatTwoSistersCannotAgreeOn,
  theGirlsWhoRefuseTheDraw,
  theLedgerOfThoseWhoHadNoPapers,
  theLidOnBishkek,
  theManWithTheKeyToTheCanal,
  theNumberTwelveGoesUpToTheSnow,
  theQueueAtKordayHasItsOwnShopkeepers,
  theTransferComesOnTheNinth,
  theWhiteShipSailsAtThePuppetTheatre,
  theWomanWhoTurnsThePages,
  thursdayFcHasNoHomeGround,
  underTheWalnutTreesOfArslanbob,
  whatGoesIntoAFortySomLoaf,
  whatTheCstoCanDoAndWhoDecides,
  whyAFullReservoirIsAnArgument,
];
