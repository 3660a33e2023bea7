// room of its own; see architecture
