package io.journeystats.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import com.clickhouse.client.api.ServerException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreFailureTest {
  @ParameterizedTest
  @CsvSource({
    "159, TIMED_OUT",
    "202, OVERLOADED",
    "210, UNREACHABLE",
    "241, OUT_OF_MEMORY",
    "243, DISK_FULL",
    "252, TOO_MANY_PARTS",
    "74, DISK_FAILED",
    "75, DISK_FAILED",
    "76, DISK_FAILED",
    "204, DISK_FAILED",
    "497, REFUSED",
    "1001, OTHER",
    "49, OTHER",
    "99999, OTHER"
  })
  void mapsServerErrorCodes(int code, StoreFailure failure) {
    assertThat(StoreFailure.of(new DataAccessException("x", new SQLException("x", "HY000", code))))
        .contains(failure);
    assertThat(StoreFailure.of(new IllegalStateException(new ServerException(code, "x", 500, "q"))))
        .contains(failure);
  }

  @ParameterizedTest
  @CsvSource({
    "Query memory limit exceeded: would use 12.00 MiB, OUT_OF_MEMORY",
    "Memory limit (for query) exceeded: would use 12.00 MiB, OUT_OF_MEMORY",
    "User memory limit exceeded: would use 12.00 MiB, MEMORY_EXHAUSTED",
    "Memory limit (for user) exceeded: would use 12.00 MiB, MEMORY_EXHAUSTED",
    "(total) memory limit exceeded: would use 12.02 GiB, MEMORY_EXHAUSTED",
    "Memory limit (total) exceeded: would use 12.02 GiB, MEMORY_EXHAUSTED"
  })
  void distinguishesTheMemoryOfAStatementFromThatOfTheServer(String message, StoreFailure failure) {
    String whole = "Code: 241. DB::Exception: " + message;
    assertThat(StoreFailure.of(new DataAccessException("x", new SQLException(whole, "HY000", 241))))
        .contains(failure);
  }

  @Test
  void recognizesABrokenConnection() {
    assertThat(StoreFailure.of(new SQLException("x", new ConnectException("Connection refused"))))
        .contains(StoreFailure.UNREACHABLE);
    assertThat(StoreFailure.of(new SQLTransientConnectionException("no connection in time")))
        .contains(StoreFailure.UNREACHABLE);
  }

  @ParameterizedTest
  @CsvSource({"47", "60", "62", "164", "168", "306", "396"})
  void doesNotTranslateBugs(int code) {
    var bug = new DataAccessException("x", new SQLException("x", "HY000", code));
    assertThat(StoreFailure.translate(bug)).isSameAs(bug);
  }
}
