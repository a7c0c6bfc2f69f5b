//! How a review is put together: who it is of, and then part by part.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::attendance::AttendanceReview;
use super::head::{CadenceReview, EvidenceReview, Review, ReviewForum, ReviewHead};
use super::indicators::{IndicatorReview, first};
use super::obstacles::{Obstacles, ObstaclesReview};
use super::presented::{PresentedReview, Today};
use super::privacy::Publisher;
use super::recommendations::{Followed, Forums};
use super::red::red_villages;
use super::request::{FIRST, IndicatorFigures, ReviewRequest};
use super::villages::Villages;
use crate::accreditation::missing_documents;
use crate::assess::{Common, View};
use crate::cadence::{CadencePolicy, CadenceRow, Meeting, evaluate};
use crate::calendar::{Quarter, Span, StatedSpan};
use crate::forum::{AreaRef, Forum, Puskesmas, WorkingArea};
use crate::indicator::{IndicatorCode, TargetArea};
use crate::json::{Reader, Text};
use crate::problem::{Location, Outcome, Param, Problem, ProblemCode, Problems};
use crate::recommendation::Register;

/// How many Puskesmas a message names.
const NAMED: usize = 20;

/// Puts a review together.
pub(super) fn review(request: &ReviewRequest, register: &Register) -> Outcome<Review> {
    let mut problems = Problems::new();
    let puskesmas = match choose(request) {
        Ok(puskesmas) => puskesmas,
        Err(problem) => return Outcome::new(None, problem.inside("puskesmas").into()),
    };
    let area = area_of(request, puskesmas.as_ref(), &mut problems);
    let policy = request.cadence_policy.as_ref().map_or_else(|| Cow::Owned(CadencePolicy::default()), Cow::Borrowed);
    let Some(quarters) = Quarters::of(request, puskesmas.as_ref(), &policy, &mut problems) else {
        return Outcome::new(None, problems);
    };
    let building = Building {
        request,
        puskesmas: puskesmas.as_ref(),
        area,
        villages: Villages::of(area),
        policy: &policy,
        publisher: Publisher::default(),
        quarters,
    };
    let (review, found) = building.review(register).into_parts();
    problems.append(found);
    Outcome::new(review, problems)
}

/// Finds the Puskesmas of the review; `None` where no record is of any.
fn choose(request: &ReviewRequest) -> Result<Option<Puskesmas>, Problem> {
    let of_area = request.working_area.as_ref().map(|area| &area.puskesmas);
    let all = of_area.into_iter().chain(request.forums.iter().flat_map(|forum| &forum.puskesmas));
    let mut known: BTreeMap<&str, &Puskesmas> = BTreeMap::new();
    for puskesmas in all {
        known.entry(puskesmas.key()).or_insert(puskesmas);
    }
    if let Some(wanted) = &request.puskesmas {
        let named = || known.values().find(|puskesmas| puskesmas.name == *wanted);
        let found = known.get(wanted.as_str()).or_else(named).copied().cloned();
        return Ok(Some(found.unwrap_or_else(|| Puskesmas { code: None, name: wanted.clone() })));
    }
    if let Some(of_area) = of_area {
        return Ok(Some(of_area.clone()));
    }
    if known.len() > 1 {
        let names: Vec<String> = known.keys().take(NAMED).map(|key| (*key).to_owned()).collect();
        return Err(Problem::new(ProblemCode::ReviewPuskesmasNeeded).with("puskesmas", names));
    }
    Ok(known.into_values().next().cloned())
}

/// Returns the working area, where it is that of the Puskesmas.
fn area_of<'a>(
    request: &'a ReviewRequest,
    puskesmas: Option<&Puskesmas>,
    problems: &mut Problems,
) -> Option<&'a WorkingArea> {
    let area = request.working_area.as_ref()?;
    let own = puskesmas?;
    if area.puskesmas.key() == own.key() {
        return Some(area);
    }
    let problem = Problem::new(ProblemCode::ReviewAreaDiffers)
        .with("found", area.puskesmas.key().as_str())
        .with("puskesmas", own.key().as_str());
    problems.push(problem.inside("puskesmas").inside("working_area"));
    None
}

/// The forums of the Puskesmas by the quarters that they count for.
struct Quarters<'a> {
    cadence: CadenceReview,
    /// The forums that count, in the order of their quarters.
    forums: Vec<(Quarter, &'a Forum)>,
    /// The forum of the quarter, and whether it was held.
    this: Option<(&'a Forum, bool)>,
    /// The last forum that was held before it.
    previous: Option<(Quarter, &'a Forum)>,
}

impl<'a> Quarters<'a> {
    fn of(
        request: &'a ReviewRequest,
        puskesmas: Option<&Puskesmas>,
        policy: &CadencePolicy,
        problems: &mut Problems,
    ) -> Option<Self> {
        let meetings: Vec<Meeting> = request.forums.iter().map(Forum::meeting).collect();
        let key = puskesmas.map_or("", |puskesmas| puskesmas.key().as_str());
        let (cadence, found) = evaluate(&meetings, key, policy, None, request.as_of).into_parts();
        for problem in found {
            problems.push(problem.moved("meetings", "forums"));
        }
        let cadence = cadence?;
        let of_quarter = |rows: &[CadenceRow]| rows.iter().find(|row| row.quarter == request.quarter).cloned();
        let forum_of = |row: &CadenceRow| request.forums.get(row.meeting?);
        // A quarter before the first forum is judged as well.
        let row = of_quarter(&cadence.rows).or_else(|| {
            let earlier = evaluate(&meetings, key, policy, Some(request.quarter), request.as_of);
            earlier.value().and_then(|cadence| of_quarter(&cadence.rows))
        });
        let this = row.as_ref().and_then(|row| Some((forum_of(row)?, row.status.is_held())));
        let before = |row: &&CadenceRow| row.quarter < request.quarter && row.status.is_held();
        let previous = cadence.rows.iter().rev().filter(before).find_map(|row| Some((row.quarter, forum_of(row)?)));
        let forums = cadence.rows.iter().filter_map(|row| Some((row.quarter, forum_of(row)?))).collect();
        let cadence = CadenceReview { row, streak: cadence.streak, next_due: cadence.next_due };
        Some(Self { cadence, forums, this, previous })
    }
}

/// A review while it is put together.
struct Building<'a> {
    request: &'a ReviewRequest,
    puskesmas: Option<&'a Puskesmas>,
    area: Option<&'a WorkingArea>,
    villages: Villages<'a>,
    policy: &'a CadencePolicy,
    publisher: Publisher,
    quarters: Quarters<'a>,
}

impl Building<'_> {
    fn review(self, register: &Register) -> Outcome<Review> {
        let mut reader = Reader::default();
        let (this, view) = (self.quarters.this, self.view());
        let Some((indicators, figures_presented)) = self.indicators(view, &mut reader) else {
            return Outcome::new(None, reader.finish());
        };
        let red_villages = red_villages(&indicators, self.request.red_share, &self.villages);
        let most = self.request.first.map_or(FIRST, |first| usize::try_from(first.get()).unwrap_or(FIRST));
        let (first, others) = first(indicators, most);

        let key = self.puskesmas.map(|puskesmas| puskesmas.key().as_str());
        let snapshot = register.as_of(self.request.as_of);
        let followed = Followed::new(snapshot, key);
        self.report_register(register, &followed, &mut reader);
        let links = followed.links(&self.quarters.forums, &self.publisher);
        let obstacles = Obstacles::of(&self.quarters.forums);
        let of_quarter = |quarter| obstacles.of_quarter(quarter, &links, &self.publisher);
        let forums = Forums {
            quarter: self.request.quarter,
            this: this.map(|(forum, _)| forum),
            previous: self.quarters.previous,
            known: self.request.forums.iter().map(|forum| forum.id.as_str()).collect(),
        };
        let review = Review {
            head: self.head(view),
            cadence: self.quarters.cadence.clone(),
            attendance: this.filter(|(_, is_held)| *is_held).map(|(forum, _)| self.attendance(forum)),
            first,
            others,
            red_villages,
            obstacles: ObstaclesReview {
                this: of_quarter(this.map(|_| self.request.quarter)),
                previous: of_quarter(self.quarters.previous.map(|(quarter, _)| quarter)),
            },
            recommendations: followed.review(&forums, &self.publisher),
            figures_presented,
            outcomes_not_itemised: this
                .map(|(forum, _)| forum.outcomes_not_itemised.iter().map(|text| self.publisher.text(text)).collect())
                .unwrap_or_default(),
            evidence: self.evidence(),
        };
        if let Some(problem) = self.publisher.problem() {
            reader.report(&Location::ROOT, problem);
        }
        Outcome::new(Some(review), reader.finish())
    }

    /// Returns the months to look at: as asked, else those that the forum discussed, else those of the quarter before.
    fn view(&self) -> View {
        let quarter = self.request.quarter;
        let stated = self.quarters.this.and_then(|(forum, _)| forum.reviewed.as_ref()).and_then(StatedSpan::span);
        let months = stated.and_then(Span::months);
        let to_end_of = |quarter: Quarter| View::YearToDate(quarter.last_month());
        let reviewed = match self.policy.held_in(quarter).and_then(Quarter::previous) {
            Some(reviewed) => to_end_of(reviewed),
            None => to_end_of(quarter),
        };
        let discussed = months.map(|(_, last)| View::YearToDate(last));
        self.request.view.or(discussed).unwrap_or(reviewed)
    }

    fn head(&self, view: View) -> ReviewHead {
        let (this, previous) = (self.quarters.this, self.quarters.previous);
        let forums = this.map(|(forum, _)| forum).into_iter().chain(previous.map(|(_, forum)| forum));
        let area =
            |of: fn(&Forum) -> Option<&AreaRef>| forums.clone().find_map(of).map(|area| self.publisher.area(area));
        let is_own = |puskesmas: &&Puskesmas| self.puskesmas.is_some_and(|own| own.key() == puskesmas.key());
        // As the forum calls it, else as the working area does.
        let named = forums.clone().flat_map(|forum| &forum.puskesmas).find(is_own).or(self.puskesmas);
        let text = |text: Option<&Text>| self.publisher.option(text);
        ReviewHead {
            puskesmas: named.map(|puskesmas| self.publisher.puskesmas(puskesmas)),
            subdistrict: area(|forum| forum.subdistrict.as_ref()),
            district: area(|forum| forum.district.as_ref()),
            quarter: self.request.quarter,
            as_of: self.request.as_of,
            view,
            forum: this.map(|(forum, is_held)| self.forum(forum, self.request.quarter, is_held)),
            previous_forum: previous.map(|(quarter, forum)| self.forum(forum, quarter, true)),
            area_year: self.area.map(|area| area.year),
            assumption: text(self.area.and_then(|area| area.assumption.as_ref())),
            area_source: text(self.area.and_then(|area| area.source.as_ref())),
        }
    }

    fn forum(&self, forum: &Forum, quarter: Quarter, is_held: bool) -> ReviewForum {
        let is_other = |puskesmas: &&Puskesmas| self.puskesmas.is_none_or(|own| own.key() != puskesmas.key());
        let reviewed = forum.reviewed_span(Some(quarter), self.policy.label_convention());
        ReviewForum {
            id: forum.id.clone(),
            quarter,
            date: forum.held_on,
            planned: !is_held,
            label: self.publisher.option(forum.label.as_ref()),
            venue: self.publisher.option(forum.venue.as_ref()),
            theme: self.publisher.option(forum.theme.as_ref()),
            joint_with: forum.puskesmas.iter().filter(is_other).map(|one| self.publisher.puskesmas(one)).collect(),
            reviewed: reviewed.map(|span| self.publisher.span(&span)),
            planned_for: forum.planned.as_ref().map(|span| self.publisher.span(span)),
            source: forum.source.as_ref().map(|source| self.publisher.source(source)),
        }
    }

    fn attendance(&self, forum: &Forum) -> AttendanceReview {
        let policy = self.request.coverage_policy.clone().unwrap_or_default();
        AttendanceReview::of(forum, &policy, self.area, &self.villages, &self.publisher)
    }

    fn evidence(&self) -> Vec<EvidenceReview> {
        let this = self.quarters.this.filter(|(_, is_held)| *is_held);
        let this = this.map(|(forum, _)| (self.request.quarter, forum));
        let forums = this.into_iter().chain(self.quarters.previous);
        forums
            .map(|(quarter, forum)| EvidenceReview {
                forum: forum.id.clone(),
                quarter,
                missing: missing_documents(forum),
            })
            .collect()
    }

    /// Assesses every indicator, and puts the figures that were shown beside those of today.
    fn indicators(&self, view: View, reader: &mut Reader) -> Option<(Vec<IndicatorReview>, Vec<PresentedReview>)> {
        let request = self.request;
        let areas = self.target_areas();
        let (catalogue, targets) = (request.catalogue.as_ref(), request.targets.as_ref());
        let common = Common::new(catalogue, targets, &areas, request.assess_policy.as_ref(), reader)?;
        let list = Location::ROOT.key("figures");
        let mut reviews = Vec::with_capacity(request.figures.len());
        let mut known: BTreeMap<IndicatorCode, &IndicatorFigures> = BTreeMap::new();
        let mut is_refused = false;
        for (index, figures) in request.figures.iter().enumerate() {
            let here = list.index(index);
            let (roll_up, problems) = common.roll_up(&figures.roll_up(figures.view.unwrap_or(view))).into_parts();
            for problem in problems {
                // The targets are those of the request.
                let is_own = !problem.path().is_below("targets");
                reader.report(if is_own { &here } else { &Location::ROOT }, problem);
            }
            let Some((roll_up, definition)) = roll_up.zip(common.definition(&figures.definition)) else {
                is_refused = true;
                continue;
            };
            if known.insert(definition.code, figures).is_some() {
                is_refused = true;
                let problem = Problem::new(ProblemCode::ReviewIndicatorTwice).with("indicator", definition.code);
                reader.report(&here.key("definition"), problem);
                continue;
            }
            reviews.push(IndicatorReview::of(definition, roll_up, request.hide_sensitive, &self.villages));
        }
        if is_refused {
            return None;
        }
        let shown = self.quarters.this.map_or(&[][..], |(forum, _)| forum.figures_presented.as_slice());
        let mut today = Today::new(&common, known, &self.villages);
        let hide = request.hide_sensitive;
        let presented = shown.iter().map(|figure| today.beside(figure, hide, &self.publisher)).collect();
        Some((reviews, presented))
    }

    /// Returns what the working area is for targets: as asked, else its Puskesmas, then its only subdistrict.
    fn target_areas(&self) -> Cow<'_, [TargetArea]> {
        if !self.request.areas.is_empty() {
            return Cow::Borrowed(&self.request.areas);
        }
        let own = self.puskesmas.and_then(|puskesmas| puskesmas.code.clone()).map(TargetArea::Puskesmas);
        let subdistrict = match self.area.map(|area| area.subdistricts.as_slice()) {
            Some([only]) => Some(TargetArea::Region(*only)),
            _ => None,
        };
        own.into_iter().chain(subdistrict).collect()
    }

    /// Reports a register whose recommendations are all of others.
    fn report_register(&self, register: &Register, followed: &Followed<'_>, reader: &mut Reader) {
        let Some(own) = self.puskesmas.filter(|_| followed.is_empty()) else { return };
        let all = register.as_of(self.request.as_of).follow_up(None);
        if all.is_empty() {
            return;
        }
        let binds_name = all.iter().any(|one| one.puskesmas.iter().any(|id| id.as_str() == own.name.as_str()));
        let problem = Problem::new(ProblemCode::ReviewRegisterElsewhere)
            .with("count", Param::Count(i64::try_from(all.len()).unwrap_or(i64::MAX)))
            .with("puskesmas", own.key().as_str())
            .suggesting(binds_name.then(|| own.name.to_string()));
        reader.report(&Location::ROOT.key("events"), problem);
    }
}
