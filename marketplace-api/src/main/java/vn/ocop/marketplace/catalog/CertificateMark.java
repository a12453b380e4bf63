package vn.ocop.marketplace.catalog;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A certificate that has so many days left, or has run out (0). */
record CertificateMark(UUID certificateId, int daysBefore) {

    /** Of several marks of one certificate the last: who is told of 30 days need not hear of 180. */
    static List<CertificateMark> nearest(List<CertificateMark> reached) {
        return List.copyOf(reached.stream()
                .collect(Collectors.toMap(
                        CertificateMark::certificateId,
                        Function.identity(),
                        BinaryOperator.minBy(Comparator.comparingInt(CertificateMark::daysBefore)),
                        LinkedHashMap::new))
                .values());
    }

    boolean hasRunOut() {
        return daysBefore == 0;
    }
}
