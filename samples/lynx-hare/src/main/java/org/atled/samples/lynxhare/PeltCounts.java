package org.atled.samples.lynxhare;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Pelts of hares and lynx counted in successive years, in thousands.
 *
 * @param firstYear year of the first count
 * @param hare one count a year, all positive
 * @param lynx as many counts
 */
record PeltCounts(int firstYear, double[] hare, double[] lynx) {
    private static final String RECORDS = "lynx-hare.csv";
    /** Eight parameters need more than eight numbers. */
    private static final int FEWEST_YEARS = 5;

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setCommentMarker('#')
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(true)
            .get();

    int years() {
        return hare.length;
    }

    /** The records of the Hudson's Bay Company, 1900–1920, that come with this sample. */
    static PeltCounts hudsonsBay() throws InputException {
        try (InputStream stream = PeltCounts.class.getResourceAsStream(RECORDS)) {
            if (stream == null) {
                throw new IllegalStateException(RECORDS + " is missing from the jar; build the sample again");
            }
            return read(new InputStreamReader(stream, StandardCharsets.UTF_8), RECORDS);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Counts from a file of the user, columns year, hare and lynx. */
    static PeltCounts read(Path file) throws InputException {
        try (Reader reader = Files.newBufferedReader(file)) {
            return read(reader, file.toString());
        } catch (IOException unreadable) {
            throw new InputException("cannot read " + file + ": " + unreadable, unreadable);
        }
    }

    static PeltCounts read(Reader reader, String name) throws InputException {
        try (CSVParser parser = CSVParser.parse(reader, FORMAT)) {
            requireColumns(parser.getHeaderMap(), name);
            List<CSVRecord> rows = new ArrayList<>();
            for (CSVRecord row : parser) {
                requireComplete(row, parser, name);
                rows.add(row);
            }
            return of(rows, name);
        } catch (UncheckedIOException | IOException unreadable) {
            throw new InputException(name + " is not a CSV file: " + unreadable.getMessage(), unreadable);
        }
    }

    private static PeltCounts of(List<CSVRecord> rows, String name) throws InputException {
        if (rows.size() < FEWEST_YEARS) {
            throw new InputException(name + " has " + rows.size()
                    + " years; the fit has 8 parameters and needs at least " + FEWEST_YEARS);
        }
        double[] hare = new double[rows.size()];
        double[] lynx = new double[rows.size()];
        int firstYear = (int) number(rows.get(0), "year", name);
        for (int i = 0; i < rows.size(); i++) {
            CSVRecord row = rows.get(i);
            double year = number(row, "year", name);
            if (year != firstYear + i) {
                throw new InputException(at(row, name) + "year is " + row.get("year") + ", expected " + (firstYear + i)
                        + "; give one row for every year, in order");
            }
            hare[i] = count(row, "hare", name);
            lynx[i] = count(row, "lynx", name);
        }
        return new PeltCounts(firstYear, hare, lynx);
    }

    private static void requireColumns(Map<String, Integer> header, String name) throws InputException {
        for (String column : List.of("year", "hare", "lynx")) {
            if (header == null || !header.containsKey(column)) {
                throw new InputException(name + " has no column \"" + column
                        + "\"; its first line that is no comment must read year,hare,lynx");
            }
        }
    }

    private static void requireComplete(CSVRecord row, CSVParser parser, String name) throws InputException {
        if (!row.isConsistent()) {
            throw new InputException(at(row, name) + "there are " + row.size() + " values where the header has "
                    + parser.getHeaderNames().size() + "; is the file cut off?");
        }
    }

    private static double count(CSVRecord row, String column, String name) throws InputException {
        double count = number(row, column, name);
        if (!(count > 0)) {
            throw new InputException(
                    at(row, name) + column + " is " + row.get(column) + "; log-normal noise needs counts above 0");
        }
        return count;
    }

    private static double number(CSVRecord row, String column, String name) throws InputException {
        String text = row.get(column);
        double number;
        try {
            number = Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            throw new InputException(at(row, name) + column + " is \"" + text + "\", not a number", notANumber);
        }
        if (!Double.isFinite(number)) {
            throw new InputException(at(row, name) + column + " is " + text + "; give a finite number");
        }
        return number;
    }

    private static String at(CSVRecord row, String name) {
        return name + ", row " + row.getRecordNumber() + ": ";
    }
}
