/** The plumb bob: a line, and the weight that makes it true. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg aria-hidden="true" width="24" height="24" viewBox="0 0 24 24" className={className}>
      <path d="M12 1v9" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" className="text-accent" />
      <path d="M8.25 10h7.5l-.9 5.6L12 22.5l-2.85-6.9z" fill="currentColor" />
    </svg>
  );
}
