/// Where people are and who is who: finders, verification by the pose network, matching and tracking.
@NullMarked
package org.hrscope.people;

import org.jspecify.annotations.NullMarked;
