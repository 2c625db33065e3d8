package org.laurel.kit.personal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.laurel.events.key.LearnerId;
import org.laurel.kit.sql.Sql;
import org.postgresql.util.PGobject;

/**
 * Rows about a learner as they are: one statement that names the columns which leave, so that a column that is added later does
 * not leave by itself.
 */
public abstract class HeldRows implements LearnerData {

    private final Sql sql;
    private final ObjectMapper json;
    private final String name;
    private final String select;

    /**
     * Rows of one statement.
     *
     * @param name of the member that they become
     * @param select with the learner id as its only parameter
     */
    protected HeldRows(Sql sql, ObjectMapper json, String name, String select) {
        this.sql = sql;
        this.json = json;
        this.name = name;
        this.select = select;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public @Nullable Object of(LearnerId learnerId) {
        List<Map<String, @Nullable Object>> rows = sql.query(select, this::row, learnerId.value());
        return rows.isEmpty() ? null : rows;
    }

    private Map<String, @Nullable Object> row(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            members.put(columns.getColumnLabel(i), value(row.getObject(i)));
        }
        return members;
    }

    private @Nullable Object value(@Nullable Object column) throws SQLException {
        return switch (column) {
            case Timestamp time -> time.toInstant();
            case PGobject document -> read(document);
            case null, default -> column;
        };
    }

    private @Nullable Object read(PGobject document) throws SQLException {
        try {
            return document.getValue() == null ? null : json.readTree(document.getValue());
        } catch (JsonProcessingException impossible) {
            throw new SQLException("a column holds no JSON", impossible);
        }
    }
}
