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
