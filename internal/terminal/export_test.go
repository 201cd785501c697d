package terminal

// SetTestOnlyAfterStep sets what is called after each durable step.
func SetTestOnlyAfterStep(f func(step string) error) { testOnlyAfterStep = f }
