package org.hrscope.natives;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CpuListingTest {
    @TempDir private Path folder;

    @Test
    void itTellsNameAndInstructionSets() throws IOException {
        Path listing = folder.resolve("cpuinfo");
        Files.writeString(listing, "model name\t: X 9 \nflags\t\t: fpu avx512_vnni\n");
        assertThat(CpuListing.of(listing).name()).contains("X 9");
        assertThat(CpuListing.of(listing).words()).contains("fpu", "avx512_vnni");
    }

    /// Windows, macOS, a container that hides it.
    @Test
    void whereThereIsNoneNothingIsKnown() {
        CpuListing none = CpuListing.of(folder.resolve("none"));
        assertThat(none.name()).isEmpty();
        assertThat(none.words()).doesNotContain("fpu");
        assertThat(CpuListing.of(folder).name()).isEmpty();
        assertThat(new CpuListing("model name\t: \n").name()).isEmpty();
    }
}
