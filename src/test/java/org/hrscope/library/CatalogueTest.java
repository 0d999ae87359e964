package org.hrscope.library;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.EnumSet;
import java.util.Set;
import org.hrscope.domain.Problem;
import org.hrscope.library.CatalogueEntry.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /// The first one is shown alone.
    @Test
    void figuresKeepTheirOrder() throws Problem {
        CatalogueEntry entry = Catalogue.load().entry("td-hm_hrnetv2-w18_8xb64-60e_aflw-256x256");
        assertThat(entry.published().keySet()).containsExactly("NME frontal", "NME full");
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
                        "There is no network x in the catalogue. List all names with: hrscope models list");
    }

    private static Catalogue with(String field, String value) throws Problem {
        String usual =
                """
                {"id": "a", "architecture": "HRNet-W32", "dataset": "COCO", "joints": 17,
                 "inputWidth": 192, "inputHeight": 256, "decoder": "dark", "published": {"AP": 0.7},
                 "url": "https://models.example/v1/a.pth", "bytes": 5, "sha256Prefix": "0a1b2c3d",
                 "licence": "MIT"}\
                """;
        String changed =
                usual.replaceFirst(
                        "\"" + field + "\": (\"[^\"]*\"|[^,{}]+|\\{.*?})",
                        "\"" + field + "\": " + value.replace("\\", "\\\\"));
        String text = "{\"pose\": [" + changed + "]}";
        return Catalogue.read(new ByteArrayInputStream(text.getBytes(UTF_8)), "a catalogue");
    }

    @Test
    void usualValuesAreTaken() throws Problem {
        assertThat(with("joints", "21").entry("a").joints()).isEqualTo(21);
        assertThat(with("bytes", "null").entry("a").bytes()).isNull();
    }

    /// Names become file names in the user's folder, and numbers become array sizes.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id         | \"../../.bashrc\"",
                "id         | \"a/b\"",
                "id         | \"\"",
                "id         | \".hidden\"",
                "id         | null",
                "joints     | 0",
                "joints     | -17",
                "joints     | 2000000000",
                "joints     | 99999999999",
                "joints     | 1.5e300",
                "inputWidth | -192",
                "inputHeight| 0",
                "decoder    | null",
                "dataset    | null",
                "licence    | \"\"",
                "bytes      | -1",
                "bytes      | 0",
                "sha256Prefix | \"0A1B\"",
                "url        | \"file:///etc/passwd\"",
                "url        | \"https://models.example/v1/..\"",
                "url        | \"https://models.example/\"",
                "url        | \"https://models.example/a.pth?x=/../../b\"",
                "url        | \"https:///a.pth\"",
                "published  | null",
                "published  | {\"AP\": null}",
            })
    void valuesThatCannotBeTrueAreRefused(String field, String value) {
        assertThatThrownBy(() -> with(field, value))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("a catalogue is not JSON that HRScope can read");
    }
}
