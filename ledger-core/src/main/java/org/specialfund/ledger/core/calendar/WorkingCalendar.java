package org.specialfund.ledger.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.specialfund.ledger.core.calendar.CalendarFacts.Year;
import org.specialfund.ledger.core.decision.Needs;
import org.specialfund.ledger.core.decision.Work;
import org.specialfund.ledger.core.shared.Guard;
import org.specialfund.ledger.core.shared.Refusal;

/**
 * The working days of mainland China. It starts from the years shipped with the ledger ({@code CN.properties}, as the
 * State Council published them), which administrators extend or replace year by year. A year that is in neither is
 * refused: weekends alone would be a guess. Immutable.
 */
public final class WorkingCalendar {

    /** The only calendar that there is. */
    public static final String CHINA = "CN";

    private static final Set<String> ZONES = Set.of(
            "Asia/Shanghai", "Asia/Urumqi", "Asia/Chongqing", "Asia/Chungking", "Asia/Harbin", "Asia/Kashgar", "PRC");

    private static final List<Year> SHIPPED = shipped();

    private final Map<Integer, Days> years = new HashMap<>();

    private record Days(Set<LocalDate> daysOff, Set<LocalDate> workingDays) {}

    /** The calendar as shipped, and as extended since. */
    public WorkingCalendar(Collection<Year> extensions) {
        Stream.concat(SHIPPED.stream(), extensions.stream())
                .forEach(year -> years.put(
                        year.number(), new Days(new HashSet<>(year.daysOff()), new HashSet<>(year.workingDays()))));
    }

    /** Names what {@link #of} reads. */
    public static Needs reads(Needs needs) {
        return needs.reads(CalendarFacts.GATE.key(CHINA));
    }

    /** The calendar as a command sees it. */
    public static WorkingCalendar of(Work work) {
        @Nullable CalendarFacts facts = work.fact(CalendarFacts.GATE.key(CHINA));
        return new WorkingCalendar(facts == null ? List.of() : facts.years());
    }

    /** The years shipped with the ledger. */
    public static List<Year> shippedYears() {
        return SHIPPED;
    }

    /** Whether a time zone is one of the country's: elsewhere the calendar says nothing. */
    public static boolean isOf(String timeZone) {
        return ZONES.contains(timeZone);
    }

    /** Whether the days of a year are known. */
    public boolean knows(int year) {
        return years.containsKey(year);
    }

    /** Whether it is a working day; refuses a year that is not known. */
    public boolean isWorkingDay(LocalDate day) {
        Days days = Guard.present(years.get(day.getYear()), () -> Refusal.of(CalendarRefusals.CALENDAR_YEAR_MISSING)
                .with("year", day.getYear()));
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend ? days.workingDays().contains(day) : !days.daysOff().contains(day);
    }

    /** The last of so many working days, counted from a day on, which counts itself where it is one. */
    public LocalDate lastOf(int workingDays, LocalDate first) {
        LocalDate day = first;
        int left = workingDays;
        while (true) {
            if (isWorkingDay(day)) {
                left--;
            }
            if (left <= 0) {
                return day;
            }
            day = day.plusDays(1);
        }
    }

    private static List<Year> shipped() {
        ResourceBundle data = ResourceBundle.getBundle(WorkingCalendar.class.getPackageName() + "." + CHINA);
        return words(data, "years")
                .map(year -> new Year(Integer.parseInt(year), days(data, year + ".off"), days(data, year + ".work")))
                .toList();
    }

    private static List<LocalDate> days(ResourceBundle data, String key) {
        return words(data, key)
                .flatMap(word -> {
                    String[] ends = word.split("/");
                    LocalDate first = LocalDate.parse(ends[0]);
                    return first.datesUntil(
                            LocalDate.parse(ends[ends.length - 1]).plusDays(1));
                })
                .collect(Collectors.toList());
    }

    private static Stream<String> words(ResourceBundle data, String key) {
        return Arrays.stream(data.getString(key).split(" "));
    }
}
