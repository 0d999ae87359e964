package org.hrscope.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import org.hrscope.library.CatalogueEntry.Kind;
import org.hrscope.model.Problem;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    @Test
    void allNetworksAreThereAndCanBeImported() throws Problem {
        Catalogue catalogue = Catalogue.load();
        assertThat(catalogue.pose()).hasSize(72).doesNotHaveDuplicates();
        assertThat(catalogue.pose()).filteredOn(e -> !e.hasHash()).hasSize(1);
        for (CatalogueEntry entry : catalogue.pose()) {
            assertThat(entry.skeleton().size()).isEqualTo(entry.joints());
            assertThat(entry.importOptions().size().orElseThrow().fits()).as(entry.id()).isTrue();
            assertThat(entry.url() != null || entry.where() != null).isTrue();
            assertThat(entry.published()).isNotEmpty();
            if (entry.sha256Prefix() != null)
                assertThat(entry.fileName()).contains(entry.sha256Prefix());
        }
    }

    @Test
    void searchByKindAndWords() throws Problem {
        Catalogue catalogue = Catalogue.load();
        Set<Kind> kinds = EnumSet.of(Kind.HAND, Kind.FACE);
        assertThat(catalogue.search(kinds, ""))
                .hasSize(18)
                .allMatch(e -> e.architecture().equals("HRNetV2-W18"));
        assertThat(catalogue.search(kinds, " DARK wflw")).hasSize(1);
        assertThat(catalogue.search(Set.of(), "w48 384x288 coco-wholebody")).isNotEmpty();
        assertThat(catalogue.search(EnumSet.of(Kind.ANIMAL), "")).hasSize(11);
        assertThat(catalogue.search(Set.of(), "nothing-like-it")).isEmpty();
    }

    @Test
    void entriesByIdAndByFileName() throws Problem {
        Catalogue catalogue = Catalogue.load();
        CatalogueEntry official = catalogue.entry("pose_hrnet_w32_256x192");
        assertThat(
                        official.accepts(
                                "19bc083708bb8d873211e50d85d56344c10290c6e8b564c813fdde09645c4c1c"))
                .isTrue();
        assertThat(
                        official.accepts(
                                "19bc083700000000000000000000000000000000000000000000000000000000"))
                .isFalse();
        assertThat(catalogue.published("pose_hrnet_w32_256x192.pth")).contains(official);
        assertThatThrownBy(() -> catalogue.entry("x"))
                .hasMessage(
                        "There is no network x in the catalogue. The command models list shows all names.");
    }
}
