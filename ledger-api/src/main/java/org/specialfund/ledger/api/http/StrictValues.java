package org.specialfund.ledger.api.http;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.specialfund.ledger.api.error.StrictValueException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/** Values that have just one way to be written. */
final class StrictValues {

    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern MOMENT =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z");

    private StrictValues() {}

    private static String text(JsonParser parser, String problem) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            throw new StrictValueException(parser, problem);
        }
        return parser.getString();
    }

    /** Text without control characters (but for tab and line ends) and halves of characters. */
    static final class Text extends StdScalarDeserializer<String> {

        Text() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            String text = text(parser, "wrong-type");
            if (!TextForm.isClean(text)) {
                throw new StrictValueException(parser, "control-character");
            }
            return text;
        }
    }

    /** A decimal string; how many digits are too many is the command's matter. */
    static final class Amount extends StdScalarDeserializer<BigDecimal> {

        Amount() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser parser, DeserializationContext context) {
            String text = text(parser, "invalid-amount");
            if (!AMOUNT.matcher(text).matches()) {
                throw new StrictValueException(parser, "invalid-amount");
            }
            return new BigDecimal(text);
        }
    }

    static final class PlainAmount extends StdScalarSerializer<BigDecimal> {

        PlainAmount() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal amount, JsonGenerator generator, SerializationContext context) {
            generator.writeString(amount.toPlainString());
        }
    }

    static final class Day extends StdScalarDeserializer<LocalDate> {

        Day() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) {
            String text = text(parser, "invalid-date");
            try {
                if (DAY.matcher(text).matches()) {
                    return LocalDate.parse(text);
                }
            } catch (DateTimeException e) {
                // A day that the calendar does not have: answered below.
            }
            throw new StrictValueException(parser, "invalid-date");
        }
    }

    static final class Moment extends StdScalarDeserializer<Instant> {

        Moment() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) {
            String text = text(parser, "invalid-instant");
            try {
                if (MOMENT.matcher(text).matches()) {
                    return Instant.parse(text);
                }
            } catch (DateTimeException e) {
                // A day that the calendar does not have: answered below.
            }
            throw new StrictValueException(parser, "invalid-instant");
        }
    }
}
