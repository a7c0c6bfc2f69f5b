//! What stands in the way, and what became of it.

use std::collections::BTreeMap;

use super::privacy::Publisher;
use super::terms::ObstacleOutcome;
use crate::calendar::Quarter;
use crate::forum::{Forum, Obstacle, ObstacleCategory, Villages};
use crate::json::Text;
use crate::recommendation::{Id, PublicStatus, State};

/// The obstacles of the forum of the quarter and of the one before it.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct ObstaclesReview {
    /// Those of the forum of the quarter, in the order of its record.
    pub this: Vec<ObstacleReview>,
    /// Those of the forum before it, in the order of its record.
    pub previous: Vec<ObstacleReview>,
}

/// One obstacle, and what became of it. Who raised it is left out.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[non_exhaustive]
pub struct ObstacleReview {
    /// Its id in the record.
    pub id: Text,
    /// Its kind.
    pub category: ObstacleCategory,
    /// What it is.
    pub text: Text,
    /// The villages that it concerns.
    pub villages: Option<Villages>,
    /// The earlier obstacle that it continues.
    pub continues: Option<Continued>,
    /// The id of the obstacle of a later forum that continues it.
    pub continued_by: Option<Text>,
    /// The recommendations about it, by id.
    pub recommendations: Vec<LinkedRecommendation>,
    /// What became of it.
    pub outcome: ObstacleOutcome,
}

/// The earlier obstacle that one continues.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Continued {
    /// The id that it has in that record; where no record handed in has it, the id that is stated.
    pub id: Text,
    /// The forum that it was first told at, as far as the records handed in go; absent where none of them has it.
    pub forum: Option<Text>,
    /// The quarter that this forum counts for.
    pub since: Option<Quarter>,
}

/// A recommendation about an obstacle.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct LinkedRecommendation {
    /// Its id.
    pub id: Id,
    /// What is to be done.
    pub action: Text,
    /// Where it stands.
    pub state: State,
    /// What people outside see; none where it was rejected or cancelled.
    pub public_status: Option<PublicStatus>,
}

/// The forums of the Puskesmas that count, in the order of their quarters, and the obstacles in them.
#[derive(Debug)]
pub(super) struct Obstacles<'a> {
    forums: &'a [(Quarter, &'a Forum)],
    /// The obstacles with an id, by the place of their forum.
    by_id: BTreeMap<&'a str, BTreeMap<usize, &'a Obstacle>>,
    /// The obstacles that continue one with an id, by the place of their forum.
    continuing: BTreeMap<&'a str, BTreeMap<usize, &'a Obstacle>>,
}

/// The recommendations about the obstacles, by the ids of the forum and of the obstacle.
pub(super) type Links<'a> = BTreeMap<(&'a str, &'a str), Vec<LinkedRecommendation>>;

impl<'a> Obstacles<'a> {
    pub(super) fn of(forums: &'a [(Quarter, &'a Forum)]) -> Self {
        let mut obstacles = Self { forums, by_id: BTreeMap::new(), continuing: BTreeMap::new() };
        for (place, (_, forum)) in forums.iter().enumerate() {
            for obstacle in &forum.obstacles {
                obstacles.by_id.entry(obstacle.id.as_str()).or_default().entry(place).or_insert(obstacle);
                if let Some(earlier) = &obstacle.continues {
                    obstacles.continuing.entry(earlier.as_str()).or_default().entry(place).or_insert(obstacle);
                }
            }
        }
        obstacles
    }

    /// Returns the obstacles of the forum of a quarter, and what became of each.
    pub(super) fn of_quarter(
        &self,
        quarter: Option<Quarter>,
        links: &Links<'_>,
        publisher: &Publisher,
    ) -> Vec<ObstacleReview> {
        let place = self.forums.iter().position(|(of, _)| Some(*of) == quarter);
        let Some((place, (_, forum))) = place.and_then(|place| Some((place, self.forums.get(place)?))) else {
            return Vec::new();
        };
        forum.obstacles.iter().map(|obstacle| self.review(obstacle, place, forum, links, publisher)).collect()
    }

    fn review(
        &self,
        obstacle: &Obstacle,
        place: usize,
        forum: &Forum,
        links: &Links<'_>,
        publisher: &Publisher,
    ) -> ObstacleReview {
        let later = self.continuing.get(obstacle.id.as_str()).and_then(|all| all.range(place + 1..).next());
        let recommendations = links.get(&(forum.id.as_str(), obstacle.id.as_str())).cloned().unwrap_or_default();
        ObstacleReview {
            id: obstacle.id.clone(),
            category: obstacle.category,
            text: publisher.text(&obstacle.text),
            villages: obstacle.villages.as_ref().map(|villages| publisher.villages(villages)),
            continues: obstacle.continues.as_ref().map(|earlier| self.first_told(earlier, place)),
            continued_by: later.map(|(_, obstacle)| obstacle.id.clone()),
            outcome: outcome(later.is_some(), &recommendations),
            recommendations,
        }
    }

    /// Goes back to the forum at which an obstacle was first told, from one record to the one before it.
    fn first_told(&self, id: &Text, before: usize) -> Continued {
        let mut told = Continued { id: id.clone(), forum: None, since: None };
        let (mut wanted, mut before) = (id, before);
        while let Some((place, earlier)) =
            self.by_id.get(wanted.as_str()).and_then(|all| all.range(..before).next_back())
        {
            if let Some((quarter, forum)) = self.forums.get(*place) {
                told = Continued { id: earlier.id.clone(), forum: Some(forum.id.clone()), since: Some(*quarter) };
            }
            let Some(next) = &earlier.continues else { break };
            (wanted, before) = (next, *place);
        }
        told
    }
}

fn outcome(is_continued: bool, recommendations: &[LinkedRecommendation]) -> ObstacleOutcome {
    let is_done = |one: &LinkedRecommendation| matches!(one.state, State::Done | State::Verified);
    if is_continued {
        ObstacleOutcome::Continues
    } else if recommendations.is_empty() {
        ObstacleOutcome::Unanswered
    } else if recommendations.iter().any(|one| one.state.is_open()) {
        ObstacleOutcome::InHand
    } else if recommendations.iter().any(is_done) {
        ObstacleOutcome::Removed
    } else {
        ObstacleOutcome::GivenUp
    }
}
