//! Who took part: rows of an attendance list, invitations, apologies and roles.
//!
//! | written | row |
//! | :-- | :-- |
//! | "Camat Edi Purwanto, SP." | person, capacity `official` |
//! | "Plt. Camat Hardinata" | person, capacity `plt`: acting, not a stand-in |
//! | "Serma Sugianto mewakili Danramil" | person, `represents` the Danramil |
//! | "Kapolsek yang diwakili Kanit Binmas Bripka Seftiarani" | one person: the Kanit Binmas, `represents` the Kapolsek |
//! | "Polsek" | institution |
//! | "unsur Muspika", "kepala desa" | collective |

use crate::json::{Count, Reader, Text, record, terms};
use crate::problem::{Location, Problem, ProblemCode};
use crate::region::RegionCode;
use crate::sector::{Capacity, Sector};

terms! {
    /// What a row of an attendance list mentions.
    pub enum Mention {
        /// One person, named or known by office.
        Person = "person", "orang", "person";
        /// An institution, without saying who came.
        Institution = "institution", "instansi", "institution";
        /// A group of people: "unsur Muspika", "tokoh agama".
        Collective = "collective", "kelompok", "group";
    }
}

record! {
    /// One row of an attendance list: a person, an institution or a group that took part.
    pub struct Attendee {
        /// The row's id, unique in the record, by which roles and minutes refer to it.
        pub id: Option<Text>,
        /// What the row mentions.
        pub mention: Mention,
        /// The person's name, with titles as written.
        pub name: Option<Text>,
        /// The office held, such as `Kanit Binmas`.
        pub office: Option<Text>,
        /// The institution, such as `Polsek Pelangiran`.
        pub institution: Option<Text>,
        /// The sector, where it is stated; otherwise it is recognised from office, institution and text.
        pub sector: Option<Sector>,
        /// The name of a sector outside the list; needed with sector `other`.
        pub sector_name: Option<Text>,
        /// In which capacity the person holds the office; `official` where nothing is said.
        pub capacity: Option<Capacity>,
        /// The principals that the person stands in for (*mewakili*); several offices are still one head.
        pub represents: Vec<Principal>,
        /// How many people the row stands for, where that is said.
        pub count: Option<Count>,
        /// The village that the row speaks for.
        pub village: Option<RegionCode>,
        /// Whether the row is signed; absent where it is not known.
        pub signed: Option<bool>,
        /// The row as it was written.
        pub text: Option<Text>,
    }
    check = check_attendee;
    schema_rule = some_of(&["name", "office", "institution", "text", "sector"]);
    schema_rule = when(is("sector", "other"), given("sector_name"));
    schema_rule = when(is("capacity", "representing"), not_empty("represents"));
    schema_rule = when(not_empty("represents"), only("capacity", "representing"));
}

record! {
    /// Somebody who did not come and is represented.
    pub struct Principal {
        /// The office, such as `Danramil 10/Pelangiran`.
        pub office: Option<Text>,
        /// The institution, such as `Koramil 10/Pelangiran`.
        pub institution: Option<Text>,
        /// The sector, where it is stated; otherwise it is recognised.
        pub sector: Option<Sector>,
        /// The name, where it is known.
        pub name: Option<Text>,
        /// The village that the principal speaks for.
        pub village: Option<RegionCode>,
    }
    check = check_principal;
    schema_rule = some_of(&["office", "institution", "sector"]);
}

record! {
    /// Somebody or something that was invited. An invitation list is not an attendance list.
    pub struct Invitee {
        /// The office invited.
        pub office: Option<Text>,
        /// The institution invited.
        pub institution: Option<Text>,
        /// The sector, where it is stated; otherwise it is recognised.
        pub sector: Option<Sector>,
        /// The village invited.
        pub village: Option<RegionCode>,
        /// The invitation as written.
        pub text: Option<Text>,
    }
    check = check_invitee;
    schema_rule = some_of(&["office", "institution", "text", "sector"]);
}

record! {
    /// An apology for not coming.
    pub struct Apology {
        /// The office that sent the apology, such as `Kepala Dinas Kesehatan`.
        pub office: Option<Text>,
        /// The institution.
        pub institution: Option<Text>,
        /// The sector, where it is stated; otherwise it is recognised.
        pub sector: Option<Sector>,
        /// The name, where it is known.
        pub name: Option<Text>,
        /// The reason, where one was given.
        pub reason: Option<Text>,
        /// The attendance row by which the apology was passed on.
        pub conveyed_by: Option<Text>,
    }
    check = check_apology;
    schema_rule = some_of(&["office", "institution", "name", "sector"]);
}

record! {
    /// Who did what, as ids of attendance rows. Giving a speech does not make a chair.
    pub struct Roles {
        /// Who opened the forum.
        pub opener: Option<Text>,
        /// Who chaired it.
        pub chair: Option<Text>,
        /// Who presented.
        pub presenters: Vec<Text>,
        /// Who kept the minutes (*notulis*).
        pub notulis: Option<Text>,
        /// Who closed it.
        pub closer: Option<Text>,
    }
}

impl Attendee {
    /// Returns whether the person stands in for somebody; an acting official does not.
    #[must_use]
    pub fn is_stand_in(&self) -> bool {
        !self.represents.is_empty()
    }

    /// Returns how many people the row stands for, or `None` when nobody said.
    #[must_use]
    pub fn heads(&self) -> Option<u64> {
        match (self.count, self.mention) {
            (Some(count), _) => Some(count.get()),
            (None, Mention::Person) => Some(1),
            (None, _) => None,
        }
    }
}

fn check_attendee(row: &Attendee, at: &Location<'_>, reader: &mut Reader) {
    let named = [&row.name, &row.office, &row.institution, &row.text].iter().any(|text| text.is_some());
    if !named && row.sector.is_none() {
        reader.report(at, Problem::new(ProblemCode::AttendanceEmpty));
    }
    check_sector_name(row.sector, row.sector_name.as_ref(), at, reader);
    let represents = row.is_stand_in();
    match row.capacity {
        Some(Capacity::Representing) if !represents => {
            reader.report(&at.key("represents"), Problem::new(ProblemCode::PrincipalMissing));
        }
        Some(capacity) if represents && capacity != Capacity::Representing => {
            let problem = Problem::new(ProblemCode::CapacityContradiction).with("capacity", capacity.as_str());
            reader.report(&at.key("capacity"), problem);
        }
        _ => {}
    }
}

fn check_sector_name(sector: Option<Sector>, name: Option<&Text>, at: &Location<'_>, reader: &mut Reader) {
    if sector == Some(Sector::Other) && name.is_none() {
        reader.report(&at.key("sector_name"), Problem::new(ProblemCode::SectorNameMissing));
    }
}

fn check_principal(principal: &Principal, at: &Location<'_>, reader: &mut Reader) {
    if principal.office.is_none() && principal.institution.is_none() && principal.sector.is_none() {
        reader.report(at, Problem::new(ProblemCode::AttendanceEmpty));
    }
}

fn check_invitee(invitee: &Invitee, at: &Location<'_>, reader: &mut Reader) {
    let said = [&invitee.office, &invitee.institution, &invitee.text].iter().any(|text| text.is_some());
    if !said && invitee.sector.is_none() {
        reader.report(at, Problem::new(ProblemCode::AttendanceEmpty));
    }
}

fn check_apology(apology: &Apology, at: &Location<'_>, reader: &mut Reader) {
    let said = [&apology.office, &apology.institution, &apology.name].iter().any(|text| text.is_some());
    if !said && apology.sector.is_none() {
        reader.report(at, Problem::new(ProblemCode::AttendanceEmpty));
    }
}
