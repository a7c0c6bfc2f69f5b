//! What stands in the way, and what became of it.

use super::terms::ObstacleOutcome;
use crate::calendar::Quarter;
use crate::forum::{ObstacleCategory, Villages};
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
    /// The id of the obstacle of the forum of the quarter that continues it; only for those of the forum before.
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
    /// Its id.
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
