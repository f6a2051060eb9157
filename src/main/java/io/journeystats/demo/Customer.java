package io.journeystats.demo;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * One customer of the shop.
 *
 * @param id the user id
 * @param devices the hwids of the devices with the app
 * @param takesEmail whether emails may be sent
 * @param hasPhone whether a telephone number is known
 */
record Customer(String id, List<String> devices, boolean takesEmail, boolean hasPhone) {
  private static final double[] DEVICES = {0.07, 0.71, 0.18, 0.04};

  /** The customer with that number, always the same one. */
  static Customer of(long seed, int number) {
    String id = String.format(Locale.ROOT, "customer-%06d", number);
    SeededRandom dice = SeededRandom.of(seed, id);
    List<String> devices =
        IntStream.range(0, dice.weighted(DEVICES)).mapToObj(index -> hwid(dice)).toList();
    return new Customer(id, devices, dice.hits(0.97), dice.hits(0.94));
  }

  private static String hwid(SeededRandom dice) {
    return String.format(
        Locale.ROOT, "%08X-%04X", dice.below(Integer.MAX_VALUE), dice.below(0x10000));
  }
}
