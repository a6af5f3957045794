/** The tree of sections that articles stand in. A section keeps its own path and breadcrumb, so that moving one rewrites no article. */
package press.broadsheet.section;
