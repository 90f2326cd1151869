package org.specialfund.ledger.core.project;

import java.util.List;
import org.specialfund.ledger.core.project.event.FundYearAsked;

/** What never changes about a project, and names what its commands need. */
record ProjectOrigin(String projectNo, String applicant, List<FundYearAsked> asksFor) {}
