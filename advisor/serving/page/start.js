// @ts-check
// Tells Streamlit's page what it would else ask the server for before it connects: where the server is and what it
// allows. It saves the first question one way there and back, and on other pages a failed one before. No page but our
// own may send commands, and no window of Streamlit's covers what the watch says. As in Streamlit 1.67.

Object.assign(window, {
  __streamlit: {
    BACKEND_BASE_URL: `${location.origin}/`,
    HOST_CONFIG: {
      allowedOrigins: [location.origin],
      useExternalAuthToken: false,
      enableCustomParentMessages: false,
      blockErrorDialogs: true,
    },
  },
});

// The answer that stands in the page gives way to the app's, or to what the app says instead.
addEventListener("DOMContentLoaded", () => {
  const early = document.getElementById("advisor-early");
  if (!early) return;
  new MutationObserver((_, watcher) => {
    if (!document.querySelector('[data-testid="stApp"] :is(h1, [data-testid="stException"])')) return;
    watcher.disconnect();
    early.remove();
  }).observe(document.body, { childList: true, subtree: true });
});
