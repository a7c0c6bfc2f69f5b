//! What several roll-ups have in common: the catalogue, the targets and the policy, made once.

use std::borrow::Cow;

use crate::indicator::{Catalogue, CatalogueDocument, Definition, TargetArea, Targets, TargetsDocument};
use crate::json::Reader;
use crate::problem::{Location, Outcome};

use super::given::{GivenDefinition, catalogue_of};
use super::goal::Goals;
use super::policy::{AssessPolicy, Policy, filled};
use super::rolled::RollUp;
use super::rollup::RollUpRequest;

/// The catalogue, the targets and the policy of several roll-ups.
#[derive(Debug)]
pub(crate) struct Common<'a> {
    catalogue: Cow<'static, Catalogue>,
    targets: Option<Targets>,
    areas: &'a [TargetArea],
    policy: Policy,
}

impl<'a> Common<'a> {
    /// Reads the documents; what is worth a look is told at `/catalogue` and `/targets`. `None` where one is refused.
    pub(crate) fn new(
        catalogue: Option<&CatalogueDocument>,
        targets: Option<&TargetsDocument>,
        areas: &'a [TargetArea],
        policy: Option<&AssessPolicy>,
        reader: &mut Reader,
    ) -> Option<Self> {
        let catalogue = catalogue_of(catalogue, reader)?;
        let targets = targets.cloned().map(Targets::of);
        if let Some(targets) = &targets {
            targets.check_at(&catalogue, &Location::ROOT.key("targets"), reader);
        }
        Some(Self { catalogue, targets, areas, policy: filled(policy) })
    }

    /// Returns the definition of an indicator that the catalogue knows, or that is given.
    pub(crate) fn definition<'b>(&'b self, given: &'b GivenDefinition) -> Option<&'b Definition> {
        given.resolve(&self.catalogue, &Location::ROOT, &mut Reader::default())
    }

    /// Adds areas up. The request's own catalogue, targets, areas and policy do not count.
    pub(crate) fn roll_up(&self, request: &RollUpRequest) -> Outcome<RollUp> {
        let mut reader = Reader::default();
        let root = Location::ROOT;
        let (given, year) = (request.target.as_ref(), request.view.year());
        let goals = Goals::shared(given, self.targets.as_ref(), self.areas, year, &self.policy);
        let definition = request.definition.resolve(&self.catalogue, &root.key("definition"), &mut reader);
        let roll_up = definition.map(|definition| request.add_up(definition, &goals, &self.policy, &mut reader));
        Outcome::new(roll_up, reader.finish())
    }
}
