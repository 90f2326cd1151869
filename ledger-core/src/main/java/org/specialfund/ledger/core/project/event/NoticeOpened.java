package org.specialfund.ledger.core.project.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.posting.EventType;

/**
 * A project was put up for public notice (公示).
 *
 * @param workingDays by the rules of its funds, the most demanding
 * @param lastDay by the working calendar as it was known then
 */
@EventType("project.notice-opened")
public record NoticeOpened(
        String projectNo,
        int round,
        LocalDate firstDay,
        int workingDays,
        LocalDate lastDay,
        String documentRef,
        @Nullable String documentSha256)
        implements ProjectEvent {}
