/** Tells the cache in front of this server, a CDN or Varnish, what it must drop: the keys of every change, as the change log has them. */
package press.broadsheet.purging;
