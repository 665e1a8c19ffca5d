//! Typed positions: an id is an index into one dense table of the plan, and into no other.

/// Defines one id type over `u32`.
macro_rules! id {
    ($(#[doc = $doc:literal] $name:ident)+) => {$(
        #[doc = $doc]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $name(pub u32);

        impl $name {
            /// The id of the table row `index`.
            pub const fn of(index: usize) -> Self {
                Self(index as u32)
            }

            /// The table row this id names.
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }
    )+};
}

id! {
    #[doc = "A contact type: a row of `Scenario::contacts`."] ContactTypeId
    #[doc = "A queue: a row of `Scenario::queues`."] QueueId
    #[doc = "A team: a row of `Scenario::teams`."] TeamId
    #[doc = "A skill: a row of `Scenario::skills`."] SkillId
    #[doc = "An IVR flow: a row of `Scenario::flows`."] FlowId
    #[doc = "A node inside one flow."] NodeId
    #[doc = "A group of trunk lines: a row of `Scenario::lines`."] LinesId
    #[doc = "A campaign: a row of `Scenario::campaigns`."] CampaignId
    #[doc = "One person: a row of the plan's agents."] AgentId
}
