const source = window.chatspan.manualSource();
window.chatspan.start({ sources: [source] });
window.reportChat = (action) => source.emit({ action });
