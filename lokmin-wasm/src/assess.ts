// Assessment: the functions.

import type {
  AssessDefault,
  Assessment,
  DropOut,
  ExplainedArea,
  Iks,
  IksArea,
  IndicatorQuality,
  Pkp,
  PublishedCheck,
  Ranked,
  RollUp,
  Skdn,
  Suppressed,
  Uci,
} from "./assess-answer.js";
import type {
  AssessRequest,
  DropOutRequest,
  ExplainRequest,
  ExplainRollUpRequest,
  IksAreaRequest,
  IksRequest,
  PkpRequest,
  PublishedRequest,
  QualityRequest,
  RankRequest,
  RollUpRequest,
  SkdnRequest,
  SuppressRequest,
  UciRequest,
} from "./assess-request.js";
import type { Options, Outcome } from "./types.js";

/** A request, or the same as JSON text. */
export type OrText<T> = T | string;

/** Assesses one series: value, target to date, verdict, shortfall, trend and PWS status. */
export declare function assessSeries(request: OrText<AssessRequest>, options?: Options): Outcome<Assessment>;

/** Says the arithmetic of an assessment in words. */
export declare function explainSeries(request: OrText<ExplainRequest>, options?: Options): Outcome<string>;

/** Adds areas up to their parent: the PWS table of a Puskesmas, with what is missing named. */
export declare function rollUp(request: OrText<RollUpRequest>, options?: Options): Outcome<RollUp>;

/** Says the arithmetic of a roll-up in words: the parent first, then each area. */
export declare function explainRollUp(
  request: OrText<ExplainRollUpRequest>,
  options?: Options,
): Outcome<readonly ExplainedArea[]>;

/** Ranks areas, each once, in the order given; equal values share a rank. */
export declare function rank(request: OrText<RankRequest>, options?: Options): Outcome<readonly Ranked[]>;

/** Looks at the quality of figures; what is found is in the warnings. */
export declare function quality(
  request: OrText<QualityRequest>,
  options?: Options,
): Outcome<readonly IndicatorQuality[]>;

/** Checks a printed percentage against the figures it was made of. */
export declare function publishedPercentage(
  request: OrText<PublishedRequest>,
  options?: Options,
): Outcome<PublishedCheck>;

/** Scores a Puskesmas (*Penilaian Kinerja Puskesmas*). */
export declare function pkp(request: OrText<PkpRequest>, options?: Options): Outcome<Pkp>;

/** Computes the healthy-family index of a family (*Indeks Keluarga Sehat*). */
export declare function iks(request: OrText<IksRequest>, options?: Options): Outcome<Iks>;

/** Judges an area by the share of its families that are healthy, with the cut-offs of a family. */
export declare function iksArea(request: OrText<IksAreaRequest>, options?: Options): Outcome<IksArea>;

/** Says which villages are UCI (universal child immunisation). */
export declare function uci(request: OrText<UciRequest>, options?: Options): Outcome<Uci>;

/** Computes the ratios of a posyandu month (SKDN). */
export declare function skdn(request: OrText<SkdnRequest>, options?: Options): Outcome<Skdn>;

/** Computes the drop-out between two doses. */
export declare function dropOut(request: OrText<DropOutRequest>, options?: Options): Outcome<DropOut>;

/** Hides small counts of a table that is to be published. */
export declare function suppress(request: OrText<SuppressRequest>, options?: Options): Outcome<Suppressed>;

/** Lists every default of assessment with its source and its certainty. */
export declare function assessDefaults(options?: Options): Outcome<readonly AssessDefault[]>;
