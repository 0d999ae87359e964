/// Where people are and who is who: the person finder and foreign detectors, the second look, matching and following.
@NullMarked
package org.hrscope.people;

import org.jspecify.annotations.NullMarked;
