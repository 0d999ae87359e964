/// One map on the screen: its cells, its colours' legend.
@NullMarked
package org.hrscope.ui.maps;

import org.jspecify.annotations.NullMarked;
